import { spawn } from "node:child_process";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import type { Readable } from "node:stream";

export interface Measured {
  /** From the start of node to its end. */
  readonly seconds: number;
  /** Processor time, of every thread: what else the machine does hardly counts here. */
  readonly cpuSeconds: number;
  /** Largest resident set. */
  readonly mebibytes: number;
  readonly stdout: string;
}

export interface Program {
  /** Arguments of node, seen from this program's folder. */
  readonly args: readonly string[];
  /**
   * Exit status that it has to end with.
   *
   * @default 0
   */
  readonly status?: number;
  /**
   * Environment variables beside those of this process.
   *
   * @default - no further ones
   */
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Runs node once. This process has to stay smaller than what it measures: Linux counts the memory of whoever starts a
 * program into that program's largest resident set.
 *
 * @throws Error if the program ends otherwise than it has to
 */
export async function measure({ args, status = 0, env = {} }: Program): Promise<Measured> {
  const begun = performance.now();
  const child = spawn(process.execPath, ["--require", "./bench/usage.js", ...args], {
    cwd: join(__dirname, ".."),
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit", "pipe"],
  });
  const ended = new Promise<number | null>((resolve, reject) => child.once("error", reject).once("close", resolve));
  const [stdout, usage, code] = await Promise.all([
    text(child.stdout as Readable),
    text(child.stdio[3] as Readable),
    ended,
  ]);
  const seconds = (performance.now() - begun) / 1000;
  if (code !== status) throw new Error(`node ${args.join(" ")} was to end with ${String(status)}, got ${String(code)}`);
  const { maxRSS, userCPUTime, systemCPUTime } = JSON.parse(usage) as NodeJS.ResourceUsage;
  return { seconds, cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, mebibytes: maxRSS / 1024, stdout };
}
