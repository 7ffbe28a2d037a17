import { createInterface } from "node:readline/promises";
import { NoAnswer } from "../../config/no-answer";
import { shown } from "../../config/text/shown";
import { say, terminalToAskOn } from "../terminal/print";

/** Asks a person, one question after another. */
export interface Questioner {
  /** The answer without spaces around it; empty if the person only pressed Enter. */
  readonly ask: (question: string) => Promise<string>;
  readonly tell: (sentence: string) => void;
  readonly end: () => void;
}

/** Asks on the terminal; nothing if there is none. */
export function questioner(): Questioner | undefined {
  const terminal = terminalToAskOn();
  if (terminal === undefined) return undefined;
  const lines = createInterface(terminal);
  const ended = new Promise<never>((_, reject) =>
    lines.once("close", () => {
      reject(new NoAnswer("Not every question was answered, so nothing is written"));
    }),
  );
  ended.catch(() => undefined);
  return {
    ask: async (question) => (await Promise.race([lines.question(`${shown(question)} `), ended])).trim(),
    tell: say,
    end: () => {
      lines.close();
    },
  };
}
