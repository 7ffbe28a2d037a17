import { InvalidAccessFile, NoAccessFile, type Position } from "../mistake";
import { UnreadFile, readBytes } from "./read-bytes";

/** More is not an access file: 400 groups of 20 people are half a megabyte. */
export const mostBytes = 4 * 1024 * 1024;

/**
 * The text of an access file.
 *
 * @param file path; `-` is stdin
 * @throws NoAccessFile if there is none, or it cannot be read
 * @throws InvalidAccessFile if it is too large or not UTF-8
 */
export function readText(file: string): string {
  try {
    return decoded(readBytes(file, mostBytes));
  } catch (error) {
    if (error instanceof NotUtf8) throw invalid(file, error.position, error.message);
    if (!(error instanceof UnreadFile)) throw error;
    if (error.why === "large") throw invalid(file, { line: 1, column: 1 }, error.message);
    throw new NoAccessFile(`${file} ${error.why === "missing" ? noFile : error.message}`);
  }
}

const invalid = (file: string, position: Position, sentence: string) =>
  new InvalidAccessFile(file, [{ position, path: "", sentence, rule: "file" }]);

/** The message is what must hold. */
export class NotUtf8 extends Error {
  override readonly name = "NotUtf8";

  constructor(readonly position: Position) {
    super("must be UTF-8, got a byte that is not; save the file as UTF-8");
  }
}

/** @throws NotUtf8 */
export function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const before = firstInvalid(bytes);
    throw new NotUtf8({ line: before.split("\n").length, column: before.length - before.lastIndexOf("\n") });
  }
}

const noFile = "must be an access file, but there is none; name another with --file or ACCESS_FILE";

/** The text before the first byte that is not UTF-8. */
function firstInvalid(bytes: Buffer): string {
  const text = bytes.toString("utf8");
  const replaced = Buffer.from("\ufffd");
  let [from, offset] = [0, 0];
  for (;;) {
    const at = text.indexOf("\ufffd", from);
    if (at < 0) return text;
    offset += Buffer.byteLength(text.slice(from, at));
    if (!bytes.subarray(offset, offset + replaced.length).equals(replaced)) return text.slice(0, at);
    offset += replaced.length;
    from = at + 1;
  }
}
