import type { ChildProcess } from "node:child_process";
import { NoAnswer } from "../../config/no-answer";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Whoever stops it is told whether it had begun. */
export class StoppedBefore extends NoAnswer {
  override readonly name = "StoppedBefore";

  constructor() {
    super("Stopped. Nothing was changed.");
  }
}

/**
 * Hands Ctrl-C to each Terraform that runs, once for each time. The first lets it finish what it has begun and write its
 * state; a second one ends it at once. [doc] developer.hashicorp.com/terraform/cli/commands/apply
 */
export class Interruption {
  private readonly controller = new AbortController();
  private readonly running = new Set<ChildProcess>();
  private readonly listener = () => {
    this.interrupt();
  };

  /** @param tell is told each time, with how many Terraforms run */
  constructor(private readonly tell: (running: number) => void) {
    for (const signal of signals) process.on(signal, this.listener);
  }

  /** Aborted once there was one. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  hasHappened(): boolean {
    return this.signal.aborted;
  }

  /** A Terraform that runs from now on until it is closed. */
  watch(child: ChildProcess): void {
    this.running.add(child);
    child.once("close", () => this.running.delete(child));
  }

  interrupt(): void {
    this.controller.abort();
    this.tell(this.running.size);
    for (const child of this.running) child.kill("SIGINT");
  }

  /** From here on a signal ends this process again. */
  end(): void {
    for (const signal of signals) process.off(signal, this.listener);
  }
}
