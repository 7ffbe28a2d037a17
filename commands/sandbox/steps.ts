import type { StackEvent } from "../../sandbox/terraform/deployment";
import { LiveLine } from "../terminal/live-line";
import { waitOf } from "./waits";

/** Something that is under way. */
interface Running {
  readonly sinceMs: number;
  readonly about: string;
}

/** Milliseconds between two looks at the clock, for people who watch. */
const intervalMs = 1000;

/**
 * Tells on stderr which step of how many is done, a line each. A terminal has one line more, which says what is running, for how
 * long, and what it waits for.
 */
export class Steps {
  private done = 0;
  private readonly running = new Map<string, Running>();
  /** What each step waits for that cannot begin yet. */
  private readonly queued = new Map<string, string>();
  private readonly told = new Set<string>();
  private readonly line = new LiveLine();
  private isPaused = false;
  private readonly timer = setInterval(() => {
    this.look();
  }, intervalMs).unref();

  /** How many steps there are; `undefined` as long as nobody knows. It falls when something is left out. */
  total: () => number | undefined = () => undefined;

  /** @param about what it waits for, or how far it is */
  begin(name: string, about = ""): void {
    this.queued.delete(name);
    this.running.set(name, { sinceMs: performance.now(), about });
    this.look();
  }

  /** Says anew how far something is. */
  about(name: string, about: string): void {
    const { sinceMs = performance.now() } = this.running.get(name) ?? {};
    this.running.set(name, { sinceMs, about });
  }

  /**
   * @param outcome such as `done`
   * @param note what is worth knowing; one that was told before is not told again
   */
  end(name: string, outcome = "done", note = ""): void {
    const began = this.running.get(name);
    this.running.delete(name);
    this.done += 1;
    const time = began === undefined ? "" : ` ${inSeconds(performance.now() - began.sinceMs)}`;
    const added = note === "" || this.told.has(note) ? "" : ` (${note})`;
    this.told.add(note);
    this.look();
    this.say(`[${this.count()}] ${name} ${outcome}${time}${added}`);
  }

  /** Says something that is no step. */
  say(sentence: string): void {
    this.line.say(sentence);
  }

  /** Shows nothing of its own as long as something else has the terminal's last line; what ends meanwhile is told. */
  async paused<T>(run: () => Promise<T>): Promise<T> {
    this.line.clear();
    this.isPaused = true;
    try {
      return await run();
    } finally {
      this.isPaused = false;
    }
  }

  /** What happens to a stack. */
  tell = ({ stack, phase, outcome, note = "", waitsFor = [] }: StackEvent): void => {
    const name = `${stack}: ${phase}`;
    switch (outcome) {
      case "waiting":
        this.queued.set(name, waitsFor.join(", "));
        break;
      case "started":
        this.begin(name, waitOf(stack, phase));
        break;
      case "noted":
        this.say(`${stack}: ${note}`);
        break;
      default:
        this.end(name, outcome, note);
    }
  };

  /** Nothing is shown from here on. */
  stop(): void {
    clearInterval(this.timer);
    this.line.clear();
  }

  private look(): void {
    if (this.isPaused) return;
    const now = [...this.running].map(([name, { sinceMs, about }]) => {
      const seconds = Math.floor((performance.now() - sinceMs) / 1000);
      return `${name} ${String(seconds)} s${about === "" ? "" : ` (${about})`}`;
    });
    const later = [...this.queued].map(([name, waitsFor]) => `${name} waits for ${waitsFor}`);
    if (now.length > 0) this.line.show(`[${this.count()}] ${[...now, ...later].join("; ")}`);
    else this.line.clear();
  }

  private count(): string {
    const total = String(this.total() ?? "?");
    return `${String(this.done).padStart(total.length)}/${total}`;
  }
}

export const inSeconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
