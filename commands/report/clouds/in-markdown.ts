import { markdownTable } from "../../../config/markdown-table";
import { codeInCell } from "../../markdown/code-span";
import { plain } from "../../markdown/plain";
import type { StackChange } from "./address-change";
import type { CloudChanges } from "./cloud-changes";
import { limited } from "./limited";
import { countsInWords, isNothing, marks } from "./in-words";

/** GitHub takes 65,536 characters in a comment, of which what the change gives and takes has up to 40,000. */
const mostCharacters = { told: 4_000, addresses: 10_000, stacks: 1_000 };

/** What a change does to the clouds, for a comment of a pull request. */
export interface CloudChangesInMarkdown {
  /** Lines that stand at the top: how much is replaced or destroyed, what it costs, and how to deploy it. */
  readonly head: readonly string[];
  /** Lines that are folded away: every address. None if nothing changes. */
  readonly details: readonly string[];
}

export function cloudChangesInMarkdown(changes: CloudChanges): CloudChangesInMarkdown {
  const { stacks, costs, refusals, leftBehind, unforeseen, command } = changes;
  // The words are the file's in part: the context of a kubeconfig, the key of a tag.
  const told = [...refusals, ...leftBehind, ...costs.map(({ sentence }) => sentence), ...unforeseen].map(plain);
  const sentences = limited(told, mostCharacters.told);
  const head = [
    isNothing(changes) ? "**Clouds:** nothing is to be deployed." : `**Clouds:** ${countsInWords(changes)}.`,
    ...(told.length === 0
      ? []
      : ["", ...[...sentences.shown, ...rest(sentences.more, "sentence")].map((one) => `- ${one}`)]),
    ...(command === null ? [] : ["", "```sh", command, "```"]),
  ];
  if (stacks.length === 0) return { head, details: [] };
  const names = limited(
    stacks.map(({ stack }) => stack),
    mostCharacters.stacks,
  );
  const summary = [...names.shown, ...(names.more === 0 ? [] : [`${String(names.more)} more`])].join(", ");
  const [title = "", line = "", ...all] = markdownTable(titles, stacks.flatMap(rowsOf)).split("\n");
  const rows = limited(all, mostCharacters.addresses);
  const table = [title, line, ...rows.shown, ...rest(rows.more, "address").flatMap((more) => ["", more])];
  return { head, details: [`<details><summary>Addresses: ${summary}</summary>`, "", ...table, "", "</details>"] };
}

const titles = ["stack", "", "address", "why"];

function rest(count: number, what: "address" | "sentence"): string[] {
  if (count === 0) return [];
  const many = what === "address" ? "addresses" : "sentences";
  return [`and ${String(count)} more ${count === 1 ? what : many}, which \`--format json\` has`];
}

function rowsOf({ stack, addresses, outputs }: StackChange): string[][] {
  return [
    ...addresses.map(({ address, action, because }) => [
      stack,
      marks[action],
      codeInCell(address),
      because.map(codeInCell).join(", "),
    ]),
    ...outputs.map(({ name, action }) => [stack, marks[action], codeInCell(`output.${name}`), ""]),
  ];
}
