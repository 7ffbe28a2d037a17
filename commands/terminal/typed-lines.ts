import { createInterface, type Interface } from "node:readline/promises";

type Streams = Parameters<typeof createInterface>[0];

/** What somebody types on a terminal, line after line. */
export class TypedLines {
  private readonly lines: Interface;
  private readonly ended: Promise<undefined>;

  constructor(streams: Streams) {
    this.lines = createInterface(streams);
    this.ended = new Promise((resolve) =>
      this.lines.once("close", () => {
        resolve(undefined);
      }),
    );
  }

  /**
   * The next line, without spaces around it; `undefined` if nobody types one any more.
   *
   * @param signal ends the wait
   */
  async next(question: string, signal = new AbortController().signal): Promise<string | undefined> {
    const answer = this.lines.question(question, { signal }).catch((error: unknown) => {
      // The end of the wait, and in newer Node.js that of the input too.
      if ((error as Error).name === "AbortError") return undefined;
      throw error;
    });
    return (await Promise.race([answer, this.ended]))?.trim();
  }

  end(): void {
    this.lines.close();
  }
}
