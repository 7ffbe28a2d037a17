import type { AccessFile } from "../../../config/load";
import type { EarlierFile } from "./earlier-file";
import type { HoldersChange } from "../../../model/rbac/change/holders-change";
import type { Holder } from "../../../model/rbac/change/holders";
import type { Text } from "../../onboard/block";
import { lateLosses } from "./late-losses";
import { sentencesOf, type Sentence } from "./sentences";

/** What a change gives and takes, as every format tells it. */
export interface ToldChange {
  /** What the access file is compared with, such as `main`. */
  readonly against: string;
  readonly file: AccessFile;
  readonly earlier: Pick<EarlierFile, "name" | "source">;
  readonly changes: readonly HoldersChange[];
  readonly sentences: readonly Sentence[];
  /** What is not compared, or otherwise than a reader expects. */
  readonly notes: readonly Text[];
}

/** Puts a change into words. */
export function toldChange(
  { against, file, notes }: Pick<ToldChange, "against" | "file" | "notes">,
  earlier: EarlierFile,
  changes: readonly HoldersChange[],
): ToldChange {
  const sentences = sentencesOf(changes, earlier.access, file.access);
  return {
    against,
    file,
    earlier,
    changes,
    sentences,
    notes: [...notes, ...lateLosses(changes, earlier.access, file.access)],
  };
}

/** Everybody who gains something, or loses something. */
export function whoOf({ changes }: ToldChange, kind: Sentence["kind"]): Who {
  const changing = kind === "gain" ? ["let in", "gets groups"] : ["shut out", "loses groups"];
  const [surely, perhaps] = [new Map<string, Holder>(), new Map<string, Holder>()];
  for (const { holders, gains, losses, signIns, openings } of changes) {
    const differences = kind === "gain" ? gains : losses;
    const isSure =
      differences.some((one) => one.perhaps === undefined) ||
      signIns.some((one) => changing.includes(one.kind)) ||
      openings.some((one) => one.kind === kind);
    if (!isSure && differences.length === 0) continue;
    for (const holder of holders) (isSure ? surely : perhaps).set(`${holder.kind} ${holder.name}`, holder);
  }
  return {
    surely: [...surely.values()],
    perhaps: [...perhaps].flatMap(([key, holder]) => (surely.has(key) ? [] : [holder])),
  };
}

/** Holders, each once. */
export interface Who {
  readonly surely: readonly Holder[];
  /** Only the cluster knows whether they do. */
  readonly perhaps: readonly Holder[];
}

/** Whether a verb that goes on from the count is one of several. */
export const areSeveral = (holders: readonly Holder[]): boolean =>
  holders.filter(({ kind }) => !unlisted.includes(kind)).length +
    Number(holders.some(({ kind }) => unlisted.includes(kind))) >
  1;

/** `2 people and whoever else is in 1 group`; nothing for nobody. */
export function countOf(holders: readonly Holder[]): string | undefined {
  const people = holders.filter(({ kind }) => kind === "person" || kind === "guest").length;
  const groups = holders.filter(({ kind }) => kind === "existing" || kind === "rule").length;
  const parts = [
    ...(people > 0 ? [people === 1 ? "1 person" : `${String(people)} people`] : []),
    ...(groups > 0 ? [`whoever else is in ${groups === 1 ? "1 group" : `${String(groups)} groups`}`] : []),
    ...(holders.some(({ kind }) => kind === "others") ? ["anybody else in the tenant"] : []),
    ...(holders.some(({ kind }) => unlisted.includes(kind)) ? ["somebody whom the file does not list"] : []),
  ];
  return parts.length === 0 ? undefined : parts.join(" and ");
}

const unlisted: readonly Holder["kind"][] = [
  "without claims",
  "issuer",
  "groups claim",
  "oauth server",
  "address",
  "azure role",
  "namesake",
  "tenant",
  "without condition",
  "in group",
  "group manager",
];
