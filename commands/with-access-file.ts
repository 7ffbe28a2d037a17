import { loadAccess, type AccessFile } from "../config/load";
import { InvalidAccessFile } from "../config/mistake";
import { NoAnswer } from "../config/no-answer";
import { say, sayJson } from "./terminal/print";

/** 0 done, 1 the answer is no, 2 there is no answer. */
export type ExitCode = 0 | 1 | 2;

/** Where the access file is unless an option names it. */
export const defaultAccessFile = () => process.env["ACCESS_FILE"] ?? "access.yaml";

export interface Refusal {
  /**
   * Print one JSON object instead of lines.
   *
   * @default false
   */
  readonly json?: boolean;
  /**
   * What to do with mistakes.
   *
   * @default - all are printed on stderr
   */
  readonly invalid?: (invalid: InvalidAccessFile) => void;
}

/**
 * Does something with an access file; or says on stderr what is wrong with it, or why there is no answer.
 *
 * @returns 1 if the file has mistakes, 2 if there is no answer
 */
export function withAccessFile<Result extends ExitCode | Promise<ExitCode>>(
  file: string,
  run: (file: AccessFile) => Result,
  { json = false, invalid = printMistakes(json) }: Refusal = {},
): Result | ExitCode {
  const refuse = (error: unknown): ExitCode => {
    if (error instanceof InvalidAccessFile) {
      invalid(error);
      return 1;
    }
    if (!(error instanceof NoAnswer)) throw error;
    if (json) sayJson({ error: error.message });
    else say(error.message);
    return 2;
  };
  try {
    const result = run(loadAccess(file));
    return typeof result === "number" ? result : (result.catch(refuse) as Result);
  } catch (error) {
    return refuse(error);
  }
}

const printMistakes =
  (json: boolean) =>
  ({ file, mistakes, untold, message }: InvalidAccessFile) => {
    if (json) sayJson({ file, mistakes, untold });
    else say(message);
  };
