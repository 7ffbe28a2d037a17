import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { withParent } from "./with-parent";

export interface ChildProps {
  readonly binary: string;
  readonly args: readonly string[];
  /** File that takes what it prints. */
  readonly log: string;
  /**
   * Its whole environment. Without one, no proxy of this process's comes between it and loopback.
   *
   * @default - empty: what it needs is in its arguments
   */
  readonly env?: NodeJS.ProcessEnv;
}

/** A server did not come up; the message has the end of its log. */
export class NotServing extends Error {
  override readonly name = "NotServing";
}

/** Those that run. One listener for all of them: Node.js warns of more than ten. */
const running = new Set<ChildProcess>();

// Where there is no setpriv this covers all but a kill of this process.
process.once("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

/** A server process that ends with this one. */
export class Child {
  private readonly process: ChildProcess;
  private readonly ended: Promise<void>;

  /** Starts it. */
  constructor(private readonly props: ChildProps) {
    const { binary, args, log, env = {} } = props;
    const file = openSync(log, "a", 0o600);
    const [program, ...before] = withParent(binary, "SIGKILL");
    const options = { env, stdio: ["ignore", file, file] as ["ignore", number, number] };
    this.process = spawn(program, [...before, ...args], options);
    closeSync(file);
    this.ended = new Promise((resolve) => {
      this.process.once("exit", resolve).once("error", () => {
        resolve();
      });
    });
    running.add(this.process);
  }

  get pid(): number | undefined {
    return this.process.pid;
  }

  /**
   * Asks again and again until the process serves. One that does not is not left behind.
   *
   * @throws NotServing with the end of its log if it ends before, or does not serve for three minutes
   */
  async untilReady(isReady: () => Promise<boolean>): Promise<void> {
    const end = Date.now() + 180_000;
    while (Date.now() < end && !this.hasEnded) {
      if (await isReady().catch(() => false)) return;
      await wait(100);
    }
    const what = this.hasEnded ? "ended before it served" : "did not serve within three minutes";
    await this.stop();
    throw new NotServing(`${this.props.binary} ${what}:\n${this.lastLines}`);
  }

  /** SIGTERM, and a second later SIGKILL: kube-apiserver would take ten to end politely. */
  async stop(): Promise<void> {
    running.delete(this.process);
    if (this.hasEnded) return;
    this.process.kill("SIGTERM");
    const impatience = setTimeout(() => this.process.kill("SIGKILL"), 1000);
    await this.ended;
    clearTimeout(impatience);
  }

  get hasEnded(): boolean {
    const { pid, exitCode, signalCode } = this.process;
    return pid === undefined || exitCode !== null || signalCode !== null;
  }

  private get lastLines(): string {
    return readFileSync(this.props.log, "utf8").trimEnd().split("\n").slice(-5).join("\n");
  }
}
