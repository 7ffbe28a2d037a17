import type { LoggedRequest } from "./listening";

const intervalMs = 250;

/** How long nobody asked the clouds anything: the waits that are built into providers, and their starts. */
export class QuietTime {
  private asked = 0;
  private quietMs = 0;
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly logs: readonly (readonly LoggedRequest[])[]) {
    this.timer = setInterval(() => {
      this.look();
    }, intervalMs);
    this.timer.unref();
  }

  /** Ends the measurement; in seconds. */
  stop(): number {
    clearInterval(this.timer);
    return this.quietMs / 1000;
  }

  private look(): void {
    const asked = this.logs.reduce((sum, { length }) => sum + length, 0);
    if (asked === this.asked) this.quietMs += intervalMs;
    this.asked = asked;
  }
}
