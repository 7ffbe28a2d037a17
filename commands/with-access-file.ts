import { loadAccess, type AccessFile } from "../config/load";
import { InvalidAccessFile, NoAccessFile } from "../config/mistake";

/** 0 done, 1 the answer is no, 2 there is no answer. */
export type ExitCode = 0 | 1 | 2;

/** Where the access file is unless an option names it. */
export const defaultAccessFile = process.env["ACCESS_FILE"] ?? "access.yaml";

/** Does something with an access file; or prints every mistake in it, or why it cannot be read, on stderr. */
export function withAccessFile(file: string, run: (file: AccessFile) => ExitCode): ExitCode {
  try {
    return run(loadAccess(file));
  } catch (error) {
    if (!(error instanceof InvalidAccessFile) && !(error instanceof NoAccessFile)) throw error;
    process.stderr.write(`${error.message}\n`);
    return error instanceof InvalidAccessFile ? 1 : 2;
  }
}
