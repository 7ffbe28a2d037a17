import { NoAnswer } from "../../config/no-answer";
import { shown } from "../../config/text/shown";
import { say, terminalToAskOn } from "../terminal/print";
import { TypedLines } from "../terminal/typed-lines";

/** Asks a person, one question after another. */
export interface Questioner {
  /** The answer without spaces around it; empty if the person only pressed Enter. */
  readonly ask: (question: string) => Promise<string>;
  readonly tell: (sentence: string) => void;
  readonly end: () => void;
}

/** Asks on the terminal; nothing if there is none. */
export function questioner(terminal = terminalToAskOn()): Questioner | undefined {
  if (terminal === undefined) return undefined;
  const lines = new TypedLines(terminal);
  return {
    ask: async (question) => {
      const answer = await lines.next(`${shown(question)} `);
      if (answer !== undefined) return answer;
      // The question is still open on its line.
      say("");
      throw new NoAnswer("Not every question was answered, so nothing is written");
    },
    tell: say,
    end: () => {
      lines.end();
    },
  };
}
