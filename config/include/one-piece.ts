import type { IncludedFiles } from "./included-files";
import type { Whole } from "./whole";

/**
 * The text of an access file with what it includes, to be kept: `emptied` stands for the included files then. It makes the same
 * Terraform. A file that includes nothing stays as it is written.
 *
 * @param text of the access file alone
 */
export const inOnePiece = (text: string, whole: Whole | undefined): string =>
  whole === undefined ? text : `${JSON.stringify(whole.value, null, 2)}\n`;

/** Included files whose contents stand in the access file already. */
export const emptied: IncludedFiles = { nameOf: (path) => path, read: () => "" };
