import { InvalidAccessFile, NoAccessFile, type Located } from "../mistake";
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
  const mistake = (position: Located["position"], sentence: string) =>
    new InvalidAccessFile(file, [{ position, path: "", sentence, rule: "file" }]);
  let bytes: Buffer;
  try {
    bytes = readBytes(file, mostBytes);
  } catch (error) {
    if (!(error instanceof UnreadFile)) throw error;
    if (error.why === "large") throw mistake({ line: 1, column: 1 }, error.message);
    throw new NoAccessFile(`${file} ${error.why === "missing" ? noFile : error.message}`);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const before = firstInvalid(bytes);
    const line = before.split("\n").length;
    const column = before.length - before.lastIndexOf("\n");
    throw mistake({ line, column }, "must be UTF-8, got a byte that is not; save the file as UTF-8");
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
