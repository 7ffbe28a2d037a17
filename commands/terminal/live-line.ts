import { say, sayOver, terminalWidth } from "./print";

/** The last line of a terminal, written over and over while something is done; nothing where stderr is no terminal. */
export class LiveLine {
  private text = "";

  /** Shows a sentence in the place of the one before, cut to the width of the terminal. */
  show(sentence: string): void {
    const width = terminalWidth();
    if (width === undefined) return;
    const signs = Array.from(new Intl.Segmenter().segment(sentence), ({ segment }) => segment);
    const text = signs.slice(0, Math.max(0, width - 1)).join("");
    if (text !== this.text) sayOver(text);
    this.text = text;
  }

  /** Says sentences that stay, above it. */
  say(sentences: string): void {
    const { text } = this;
    this.clear();
    say(sentences);
    this.show(text);
  }

  clear(): void {
    if (this.text !== "") sayOver("");
    this.text = "";
  }
}
