import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { withParent } from "../../sandbox/machine/with-parent";
import type { Interruption } from "./interruption";
import { messageIn, type Diagnostic, type Message } from "./terraform-message";
import { withoutLog } from "./without-log";

export interface TerraformProps {
  /** Name or path of the binary. */
  readonly binary: string;
  readonly env: NodeJS.ProcessEnv;
  readonly interruption: Interruption;
}

/** How one run of Terraform ended. */
export interface RunEnd {
  readonly status: number | null;
  readonly diagnostics: readonly Diagnostic[];
  /** What it printed beside messages, on both streams. */
  readonly text: string;
}

/** Nobody types an answer to Terraform, and it asks no server for news. */
const quiet = { TF_IN_AUTOMATION: "1", TF_INPUT: "0", CHECKPOINT_DISABLE: "1" };

/**
 * Runs Terraform in a folder, in a process group of its own: a terminal's Ctrl-C reaches this program alone, which hands it
 * on once. Terraform takes two for a command to end at once.
 */
export function runTerraform(
  directory: string,
  args: readonly string[],
  { binary, env, interruption }: TerraformProps,
  onMessage: (message: Message) => void = () => undefined,
): Promise<RunEnd> {
  const [program, ...before] = withParent(binary, "SIGTERM");
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...before, ...args], {
      cwd: directory,
      env: { ...withoutLog(env), ...quiet },
      stdio: ["ignore", "pipe", "pipe"],
      detached: process.platform !== "win32",
    });
    interruption.watch(child);
    const diagnostics: Diagnostic[] = [];
    const text: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on("line", (line) => {
        const message = messageIn(line);
        if (message?.type === "diagnostic") diagnostics.push(message.diagnostic);
        if (message !== undefined) onMessage(message);
        else if (!line.startsWith("{")) text.push(line);
      });
    }
    child.on("error", reject);
    child.on("close", (status) => {
      resolve({ status, diagnostics, text: text.join("\n") });
    });
  });
}
