import { NoAnswer } from "../../config/no-answer";
import { filesOf, type AccessFile } from "../../config/load";
import { changeOf } from "../../model/rbac/change/change-of";
import type { WriteStacks } from "../../sandbox/terraform/synthesis";
import { text } from "../onboard/block";
import { jsonText } from "../terminal/print";
import { Progress } from "../terminal/progress";
import { withAccessFile, type ExitCode } from "../with-access-file";
import { changeAsJson } from "./against/as-json";
import { readEarlierFile, type EarlierFile } from "./against/earlier-file";
import { earlierText } from "./against/earlier-text";
import { changeInMarkdown, commentOf } from "./against/in-markdown";
import { changeInText } from "./against/in-text";
import { nothingOf } from "./against/nothing-of";
import { notesOf } from "./against/notes";
import { toldChange, whoOf, type ToldChange } from "./against/told-change";
import type { CloudChanges } from "./clouds/cloud-changes";
import { cloudChangesInLines } from "./clouds/in-lines";
import { cloudChangesInMarkdown } from "./clouds/in-markdown";
import { replacesSomething } from "./clouds/replaces-something";
import type { ReportFormat } from "./format";
import { isOfChange, type ChangeGate, type Gate } from "./gate";
import { write } from "./write";

export interface AgainstOptions {
  readonly file: string;
  /** A revision of git, or a file. */
  readonly against: string;
  /** @default "table" - sentences, for a terminal */
  readonly format?: ReportFormat | undefined;
  /**
   * Answer no if the change does one of these.
   *
   * @default - it may do anything
   */
  readonly failOn?: readonly Gate[] | undefined;
  /** @default - stdout */
  readonly output?: string | undefined;
  /**
   * Writes the Terraform of an access file.
   *
   * @default - what the change does to the clouds is left out
   */
  readonly writeStacks?: WriteStacks | undefined;
}

/** What a change of the access file gives and takes, and what it does to the clouds. */
interface WholeChange {
  readonly told: ToldChange;
  /** @default - left out */
  readonly clouds?: CloudChanges | undefined;
}

/** Says what the access file gives and takes compared with an earlier one, and what deploying it does. */
export function reportAgainst(options: AgainstOptions): Promise<ExitCode> {
  const { file, format = "table", failOn = [], output, writeStacks } = options;
  const run = async (accessFile: AccessFile): Promise<ExitCode> => {
    const formatted = formats[format];
    if (formatted === undefined) {
      throw new NoAnswer(`--format must be table, markdown or json with --against, got "${format}"`);
    }
    const gates = failOn.filter(isOfChange);
    if (gates.length < failOn.length) {
      throw new NoAnswer("--fail-on must be widening or replacement with --against: findings are of one file");
    }
    if (gates.includes("replacement") && writeStacks === undefined) {
      throw new NoAnswer("--fail-on replacement looks at the clouds: leave --no-clouds out");
    }
    const change = await changeAgainst(options.against, accessFile, writeStacks);
    write(formatted(change), output, filesOf(accessFile));
    return gates.some((gate) => gateOf[gate](change)) ? 1 : 0;
  };
  return Promise.resolve(withAccessFile(file, run, { json: format === "json" }));
}

const formats: Readonly<Partial<Record<ReportFormat, (change: WholeChange) => string>>> = {
  table: ({ told, clouds }) =>
    [changeInText(told), ...(clouds === undefined ? [] : ["", ...cloudChangesInLines(clouds)])].join("\n"),
  markdown: ({ told, clouds }) => {
    const parts = [changeInMarkdown(told), ...(clouds === undefined ? [] : [cloudsPart(clouds)])];
    return commentOf("What this change gives and takes", parts);
  },
  json: ({ told, clouds }) => jsonText({ ...changeAsJson(told), clouds: clouds ?? null }, 2),
};

function cloudsPart(clouds: CloudChanges) {
  const { head, details } = cloudChangesInMarkdown(clouds);
  return { glance: [head.join("\n")], folded: details.length === 0 ? [] : [details.join("\n")] };
}

const gateOf: Readonly<Record<ChangeGate, (change: WholeChange) => boolean>> = {
  widening: ({ told }) => {
    const { surely, perhaps } = whoOf(told, "gain");
    return surely.length + perhaps.length > 0;
  },
  // What cannot be compared may replace anything.
  replacement: ({ clouds }) => clouds === undefined || replacesSomething(clouds),
};

/**
 * What an access file gives and takes, and what deploying it does.
 *
 * @param against a revision of git, or a file
 * @throws NoAnswer if there is nothing to compare with
 */
async function changeAgainst(
  against: string,
  file: AccessFile,
  writeStacks: WriteStacks | undefined,
): Promise<WholeChange> {
  const { name, text: written, files } = await earlierText(against, file.name);
  const isNothing = written.trim() === "";
  const earlier: EarlierFile = isNothing
    ? { name, access: nothingOf(file.access), unread: [], mistakes: [] }
    : readEarlierFile(written, name, files);
  const change = changeOf(earlier.access, file.access);
  const told = (notes: ToldChange["notes"]) => toldChange({ against, file, notes }, earlier, change);
  const notes = notesOf(earlier, file.access);
  if (writeStacks === undefined) return { told: told(notes) };
  if (earlier.mistakes.length > 0) return { told: told([...notes, unwritable]) };
  const progress = new Progress();
  try {
    progress.tell("Writing the Terraform of both files, to compare it");
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- CDKTF is loaded for this alone
    const { cloudChanges } = require("./clouds/cloud-changes") as typeof import("./clouds/cloud-changes");
    const before = isNothing ? undefined : { access: earlier.access, directory: file.directory };
    return { told: told(notes), clouds: cloudChanges(before, file, writeStacks) };
  } finally {
    progress.end();
  }
}

const unwritable = text`What the change does to the clouds is not compared: no Terraform is written of a file with mistakes.`;
