import { sayOver, say, terminalToAskOn } from "./print";
import { TypedLines } from "./typed-lines";

/** Whether there is somebody who can be asked. */
export const canAsk = (): boolean => terminalToAskOn() !== undefined;

/**
 * Asks on a terminal; only `yes` is taken for yes.
 *
 * @param signal ends the wait; the answer is then no
 */
export async function ask(question: string, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return false;
  sayOver(`${question} Only yes is taken for yes: `);
  // On a terminal of its own, readline would keep Ctrl-C from whoever holds the signal.
  const lines = new TypedLines({ input: process.stdin, terminal: false });
  const answer = await lines.next("", signal);
  lines.end();
  if (answer === undefined) say("");
  return answer === "yes";
}
