import { statSync, writeFileSync } from "node:fs";
import { errorCode } from "../../config/file/error-code";
import { NoAnswer } from "../../config/no-answer";
import { print, say } from "../terminal/print";

/**
 * Prints a text, or writes it to a file.
 *
 * @param accessFiles are never written over: the access file and what it includes
 * @throws NoAnswer if the file cannot be written
 */
export function write(text: string, file: string | undefined, accessFiles: readonly string[]): void {
  if (file === undefined) {
    print(text);
    return;
  }
  const same = accessFiles.findIndex((accessFile) => isSame(file, accessFile));
  if (same >= 0) {
    const what = same === 0 ? "the access file" : "a file that the access file includes";
    throw new NoAnswer(`--output is ${what}, ${JSON.stringify(file)}: name another one`);
  }
  try {
    writeFileSync(file, text.endsWith("\n") ? text : `${text}\n`);
  } catch (error) {
    const code = errorCode(error);
    const why = code === undefined ? undefined : reasons.get(code);
    throw new NoAnswer(
      `--output must be a file that can be written, got ${JSON.stringify(file)}: ${why ?? String(code)}`,
    );
  }
  say(`Written to ${file}`);
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [one, other].map((path) => statSync(path, { throwIfNoEntry: false }));
  return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev;
}

const reasons: ReadonlyMap<string, string> = new Map([
  ["ENOENT", "its folder is not there"],
  ["ENOTDIR", "its folder is a file"],
  ["EISDIR", "it is a folder"],
  ["EACCES", "you may not write there"],
  ["EROFS", "nobody may write there"],
  ["ENOSPC", "the disk is full"],
]);
