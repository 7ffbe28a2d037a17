import { say } from "./print";

/** How long nothing is said. */
const quietMs = 2000;

/** Says on stderr what is being done, once everything together takes longer than people wait without wondering. */
export class Progress {
  private latest: string | undefined;
  private late = false;
  private readonly timer: NodeJS.Timeout;

  constructor() {
    this.timer = setTimeout(() => {
      this.late = true;
      this.say();
    }, quietMs);
  }

  /** Something begins, and what was told before has ended. */
  tell(sentence: string): void {
    this.latest = sentence;
    if (this.late) this.say();
  }

  /** Nothing is said from here on. */
  end(): void {
    clearTimeout(this.timer);
  }

  private say(): void {
    if (this.latest !== undefined) say(`${this.latest} …`);
  }
}
