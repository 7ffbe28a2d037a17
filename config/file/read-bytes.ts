import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { NoAnswer } from "../no-answer";
import { errorCode } from "./error-code";

/** Why a file was not read. */
export type Unread = "missing" | "folder" | "no file" | "forbidden" | "large" | "broken";

/** A file was not read; the message is a sentence without its name, such as "must be a file, got a folder". */
export class UnreadFile extends NoAnswer {
  override readonly name = "UnreadFile";

  constructor(
    readonly why: Unread,
    sentence: string,
  ) {
    super(sentence);
  }
}

/** What stands for a stream that whoever runs the program gives it. */
export const given = /^(-|\/dev\/stdin|\/dev\/fd\/\d+|\/proc\/self\/fd\/\d+)$/;

/**
 * The bytes of a regular file, judged before it is read: a device or a pipe may never end.
 *
 * @param file path; `-`, `/dev/stdin` and `/dev/fd/*` may be streams, and `-` is stdin
 * @param most bytes that are read
 * @throws UnreadFile
 */
export function readBytes(file: string, most: number): Buffer {
  const stream = given.test(file);
  const descriptor = file === "-" || file === "/dev/stdin" ? 0 : open(file, stream);
  try {
    const stat = fstatSync(descriptor);
    if (stat.isDirectory()) throw new UnreadFile("folder", "must be a file, got a folder");
    if (!stat.isFile() && !stream) throw new UnreadFile("no file", "must be a file, got a device or a pipe");
    if (stat.isFile() && stat.size > most) throw tooLarge(most, `${String(stat.size)} bytes`);
    return readUpTo(descriptor, most);
  } finally {
    if (descriptor !== 0) closeSync(descriptor);
  }
}

function open(file: string, stream: boolean): number {
  try {
    // Without O_NONBLOCK a pipe that nobody writes to would never be opened.
    return openSync(file, constants.O_RDONLY | (stream ? 0 : constants.O_NONBLOCK));
  } catch (error) {
    throw unread(error);
  }
}

/** Reads on until the end: a file may grow, and a stream has no size. */
function readUpTo(descriptor: number, most: number): Buffer {
  const chunks: Buffer[] = [];
  for (let total = 0; ;) {
    const chunk = Buffer.alloc(65_536);
    const read = readChunk(descriptor, chunk);
    if (read === 0) return Buffer.concat(chunks);
    chunks.push(chunk.subarray(0, read));
    total += read;
    if (total > most) throw tooLarge(most, "more");
  }
}

function readChunk(descriptor: number, chunk: Buffer): number {
  for (;;) {
    try {
      return readSync(descriptor, chunk);
    } catch (error) {
      const code = errorCode(error);
      if (code === "EOF") return 0;
      if (code !== "EAGAIN") throw unread(error);
      // A stream of another process that has nothing yet.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}

const tooLarge = (most: number, got: string) =>
  new UnreadFile("large", `must be ${String(most / 1024 / 1024)} MiB or less, got ${got}`);

function unread(error: unknown): UnreadFile {
  const code = errorCode(error);
  switch (code) {
    case "ENOENT":
    // A part of the path is a file, not a folder.
    case "ENOTDIR":
    case "ENAMETOOLONG":
    case "ERR_INVALID_ARG_VALUE":
      return new UnreadFile("missing", "is not there");
    case "EISDIR":
      return new UnreadFile("folder", "must be a file, got a folder");
    case "ELOOP":
      return new UnreadFile("broken", "must be a file, got links that lead in a circle");
    case "EACCES":
    case "EPERM":
      return new UnreadFile("forbidden", "must be readable, but its permissions forbid it");
    default:
      return new UnreadFile("broken", `cannot be read: ${code ?? String(error)}`);
  }
}
