import { createInterface } from "node:readline";
import { sayOver, say, terminalWidth } from "./print";

/** Whether there is somebody who can be asked: a terminal on both sides. */
export const canAsk = (): boolean => process.stdin.isTTY && terminalWidth() !== undefined;

/**
 * Asks on a terminal; only `yes` is taken for yes.
 *
 * @param signal ends the wait; the answer is then no
 */
export function ask(question: string, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return Promise.resolve(false);
  sayOver(`${question} Only yes is taken for yes: `);
  const lines = createInterface({ input: process.stdin, terminal: false });
  return new Promise((resolve) => {
    const end = (answer: boolean): void => {
      signal.removeEventListener("abort", stop);
      // Closing tells of it at once, which would be the answer no.
      resolve(answer);
      lines.close();
    };
    const stop = (): void => {
      say("");
      end(false);
    };
    signal.addEventListener("abort", stop, { once: true });
    lines.once("line", (line) => {
      end(line.trim() === "yes");
    });
    lines.once("close", () => {
      end(false);
    });
  });
}
