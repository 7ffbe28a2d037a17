import { loadAccess, type AccessFile } from "../config/load";
import { InvalidAccessFile, NoAccessFile } from "../config/mistake";
import { say } from "./print";

/** 0 done, 1 the answer is no, 2 there is no answer. */
export type ExitCode = 0 | 1 | 2;

/** Where the access file is unless an option names it. */
export const defaultAccessFile = () => process.env["ACCESS_FILE"] ?? "access.yaml";

const printOnStderr = ({ message }: Error) => {
  say(message);
};

/**
 * Does something with an access file; or says what is wrong with it.
 *
 * @param refuse what to do with mistakes; by default all are printed on stderr
 */
export function withAccessFile<Result>(
  file: string,
  run: (file: AccessFile) => Result,
  refuse: (invalid: InvalidAccessFile) => void = printOnStderr,
): Result | ExitCode {
  let accessFile: AccessFile;
  try {
    accessFile = loadAccess(file);
  } catch (error) {
    if (error instanceof InvalidAccessFile) {
      refuse(error);
      return 1;
    }
    if (!(error instanceof NoAccessFile)) throw error;
    printOnStderr(error);
    return 2;
  }
  return run(accessFile);
}
