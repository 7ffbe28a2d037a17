import { readFileSync } from "node:fs";
import { InvalidAccessFile, NoAccessFile, type Located } from "./mistake";

/** More is not an access file: 400 groups of 20 people are half a megabyte. */
const mostBytes = 4 * 1024 * 1024;

/**
 * The text of an access file.
 *
 * @throws NoAccessFile if there is none, or it cannot be read
 * @throws InvalidAccessFile if it is too large or not UTF-8
 */
export function readText(file: string): string {
  const bytes = readBytes(file);
  const mistake = (position: Located["position"], sentence: string) =>
    new InvalidAccessFile(file, [{ position, path: "", sentence }]);
  if (bytes.length > mostBytes) {
    throw mistake({ line: 1, column: 1 }, `must be 4 MiB or less, got ${String(bytes.length)} bytes`);
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

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    switch ((error as NodeJS.ErrnoException).code) {
      case "ENOENT":
        throw new NoAccessFile(`${file} must be an access file, but there is none; name another with ACCESS_FILE`);
      case "EISDIR":
        throw new NoAccessFile(`${file} must be a file, got a folder`);
      case "EACCES":
        throw new NoAccessFile(`${file} must be readable, but its permissions forbid it`);
      default:
        throw error;
    }
  }
}

/** The text before the first byte that is not UTF-8. */
function firstInvalid(bytes: Buffer): string {
  const text = bytes.toString("utf8");
  let from = 0;
  for (;;) {
    const at = text.indexOf("\ufffd", from);
    const before = text.slice(0, at);
    const offset = Buffer.byteLength(before);
    if (at < 0 || !bytes.subarray(offset, offset + 3).equals(Buffer.from("\ufffd"))) return before;
    from = at + 1;
  }
}
