import { parseYaml } from "../file/parse-yaml";
import { readText } from "../file/read-file";
import { understand } from "../understand";
import { filesBeside, type IncludedFiles } from "./included-files";
import { readWhole } from "./whole";

/**
 * The text of an access file without mistakes, with what it includes, to be kept: `emptied` stands for the included files then.
 * It makes the same Terraform. A file that includes nothing stays as it is written.
 *
 * @throws NoAccessFile if it cannot be read any more
 */
export function inOnePiece(file: string): string {
  const text = readText(file);
  const { source, value, copied } = parseYaml(text);
  const main = { name: file, source, meant: understand(value), bytes: Buffer.byteLength(text), copied };
  const whole = readWhole(main, filesBeside(file));
  return whole === undefined ? text : `${JSON.stringify(whole.value, null, 2)}\n`;
}

/** Included files whose contents stand in the access file already. */
export const emptied: IncludedFiles = { nameOf: (path) => path, read: () => "" };
