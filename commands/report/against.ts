import { readEarlierFile, type EarlierFile } from "./against/earlier-file";
import type { AccessFile } from "../../config/load";
import type { Access } from "../../config/schema/access";
import { changeOf } from "../../model/rbac/change/change-of";
import { print, printJson } from "../terminal/print";
import { withAccessFile, type ExitCode } from "../with-access-file";
import { changeAsJson } from "./against/as-json";
import { earlierText } from "./against/earlier-text";
import { changeInMarkdown, commentOf } from "./against/in-markdown";
import { changeInText } from "./against/in-text";
import { notesOf } from "./against/notes";
import { toldChange, whoOf, type ToldChange } from "./against/told-change";

export interface AgainstOptions {
  readonly file: string;
  /** The same as the format `json`. */
  readonly json: boolean;
  /** A revision of git, or a file. */
  readonly against: string;
  /** @default "text" */
  readonly format?: "text" | "markdown" | "json" | undefined;
  /**
   * `widening`: exit with 1 if somebody gains access.
   *
   * @default - nothing
   */
  readonly failOn?: readonly string[] | undefined;
}

/** Says what the access file gives and takes, compared with an earlier one. */
export function reportAgainst(options: AgainstOptions): Promise<ExitCode> {
  const { file, failOn = [], format = "text" } = options;
  const json = options.json || format === "json";
  const run = async (accessFile: AccessFile): Promise<ExitCode> => {
    const told = await changeAgainst(options.against, accessFile);
    if (json) printJson(changeAsJson(told));
    else if (format === "markdown") print(commentOf("What this change gives and takes", [changeInMarkdown(told)]));
    else print(changeInText(told));
    return failOn.includes("widening") && whoOf(told, "gain").length > 0 ? 1 : 0;
  };
  return Promise.resolve(withAccessFile(file, run, { json }));
}

/**
 * What an access file gives and takes.
 *
 * @param against a revision of git, or a file
 * @throws NoAnswer if there is nothing to compare with
 */
export async function changeAgainst(against: string, file: AccessFile): Promise<ToldChange> {
  const { name, text } = await earlierText(against, file.name);
  const earlier: EarlierFile =
    text.trim() === ""
      ? { name, access: nothingOf(file.access), unread: [], mistakes: [] }
      : readEarlierFile(text, name);
  const notes = notesOf(earlier, file.access);
  return toldChange({ against, file, notes }, earlier, changeOf(earlier.access, file.access));
}

/** The access file before anybody had anything. */
const nothingOf = (access: Access): Access => ({
  ...access,
  groups: {},
  guests: [],
  users: {},
  clusters: {},
  roles: {},
});
