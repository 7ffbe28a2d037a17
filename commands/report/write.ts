import { writeFileSync } from "node:fs";
import { NoAnswer } from "../../config/no-answer";
import { print, say } from "../terminal/print";

/**
 * Prints a text, or writes it to a file.
 *
 * @throws NoAnswer if the file cannot be written
 */
export function write(text: string, file: string | undefined): void {
  if (file === undefined) {
    print(text);
    return;
  }
  try {
    writeFileSync(file, text.endsWith("\n") ? text : `${text}\n`);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === undefined ? undefined : reasons.get(code);
    throw new NoAnswer(
      `--output must be a file that can be written, got ${JSON.stringify(file)}: ${why ?? String(code)}`,
    );
  }
  say(`Written to ${file}`);
}

const reasons: ReadonlyMap<string, string> = new Map([
  ["ENOENT", "its folder is not there"],
  ["ENOTDIR", "its folder is a file"],
  ["EISDIR", "it is a folder"],
  ["EACCES", "you may not write there"],
  ["EROFS", "nobody may write there"],
  ["ENOSPC", "the disk is full"],
]);
