import { spawn, type ChildProcess } from "node:child_process";
import { withParent } from "../with-parent";
import type { RunningProviders } from "./running-providers";

/** How one run of Terraform ended. */
export interface TerraformRun {
  readonly status: number | null;
  /** Everything that it printed, on both streams. */
  readonly output: string;
  /** What it printed on stdout alone. */
  readonly stdout: string;
  readonly seconds: number;
}

export interface TerraformProps {
  /** Path of the binary. */
  readonly binary: string;
  /** The whole environment of the process. */
  readonly env: NodeJS.ProcessEnv;
  /**
   * Ends the run when it is aborted.
   *
   * @default - the run ends by itself
   */
  readonly signal?: AbortSignal;
  /**
   * How it is ended: `SIGKILL` takes its providers with it, as the loss of the machine would.
   *
   * @default "SIGINT"
   */
  readonly killSignal?: "SIGINT" | "SIGKILL";
  /**
   * Providers that it uses instead of starting its own.
   *
   * @default - it starts its own
   */
  readonly providers?: RunningProviders;
}

/** Runs Terraform in a folder; its output is collected, not shown. */
export async function terraform(
  directory: string,
  args: readonly string[],
  { providers, ...props }: TerraformProps,
): Promise<TerraformRun> {
  // What is killed takes its providers with it: they must be its own.
  const lent = props.killSignal === "SIGKILL" ? undefined : await providers?.lend(directory, props.env);
  let reusable = false;
  try {
    const done = await spawned(directory, args, { ...props, env: { ...props.env, ...lent?.env } });
    reusable = done.status !== null;
    return done;
  } finally {
    lent?.giveBack(reusable);
  }
}

function spawned(
  directory: string,
  args: readonly string[],
  { binary, env, signal, killSignal = "SIGINT" }: Omit<TerraformProps, "providers">,
): Promise<TerraformRun> {
  const started = performance.now();
  const words = args[0] === "state" ? 2 : 1;
  const [command, rest] = [args.slice(0, words), args.slice(words)];
  const kills = killSignal === "SIGKILL";
  return new Promise((resolve, reject) => {
    // An option that comes after an address or a plan file would be taken for another.
    // Its providers end with it, but it does not end with this process by itself.
    const [program, ...before] = withParent(binary, "SIGTERM");
    const child = spawn(program, [...before, ...command, "-no-color", ...rest], {
      cwd: directory,
      env,
      stdio: ["ignore", "pipe", "pipe"],
      detached: kills,
      ...(signal === undefined || kills ? {} : { signal, killSignal }),
    });
    if (kills) signal?.addEventListener("abort", killGroup.bind(undefined, child), { once: true });
    const chunks: Buffer[] = [];
    const stdout: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
    let failure: Error | undefined;
    child.on("error", (error) => {
      // What was ended is done only when it is gone: until then it writes into its folder.
      if (child.pid === undefined) reject(error);
      else failure = error;
    });
    child.on("close", (status) => {
      if (failure !== undefined) {
        reject(failure);
        return;
      }
      const seconds = (performance.now() - started) / 1000;
      const [output, alone] = [chunks, stdout].map((all) => Buffer.concat(all).toString("utf8")) as [string, string];
      resolve({ status, output, stdout: alone, seconds });
    });
  });
}

function killGroup({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid, "SIGKILL");
}
