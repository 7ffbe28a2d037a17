import { loadAccess } from "../config/load";
import { InvalidAccessFile } from "../config/mistake";
import { NoAnswer } from "../config/no-answer";
import { warningsOf } from "../config/warnings";
import { planOf } from "../model/plan";

/** Does with an access file what `entra-eks check` does; what no operator should see, if anything. */
export function judge(file: string): string | undefined {
  try {
    const access = loadAccess(file);
    warningsOf(access);
    planOf(access.access);
    return undefined;
  } catch (error) {
    if (error instanceof InvalidAccessFile) {
      const lost = error.mistakes.find(({ position: { line, column } }) => !(line >= 1 && column >= 1));
      return lost === undefined ? undefined : `a mistake without a place: ${lost.sentence}`;
    }
    return error instanceof NoAnswer ? undefined : String(error instanceof Error ? error.stack : error);
  }
}

/** Every mistake of a file, as the operator reads it. */
export function mistakesOf(file: string): string[] {
  try {
    loadAccess(file);
    return [];
  } catch (error) {
    if (error instanceof InvalidAccessFile) return error.message.split("\n");
    throw error;
  }
}
