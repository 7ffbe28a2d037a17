import { spawn } from "node:child_process";
import { existsSync, mkdirSync, symlinkSync, copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { environments } from "../../sandbox/terraform/rehearsal";
import type { Sandbox } from "../../sandbox/sandbox";

const root = join(__dirname, "..", "..");

/** How a command ended. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly seconds: number;
}

/** A folder with an access file in a sandbox, in which `entra-eks` and `cdktf` work on the same stacks and states. */
export class OperatorFolder {
  readonly directory: string;
  private readonly env: NodeJS.ProcessEnv;

  /** @param more variables beside those of the sandbox */
  constructor(sandbox: Sandbox, more: Readonly<Record<string, string>> = {}) {
    const { run } = environments(sandbox, process.env);
    this.directory = join(sandbox.props.folder, "operator");
    // Terraform asks cdktf whether states are moved: it must be able to.
    const asked = Object.fromEntries(Object.entries(run).filter(([name]) => name !== "TF_INPUT"));
    this.env = { ...asked, ...more, CI: "true", ACCESS_FILE: "access.yaml" };
    mkdirSync(this.directory);
    copyFileSync(join(root, "cdktf.json"), join(this.directory, "cdktf.json"));
    for (const name of ["main.ts", "node_modules"]) symlinkSync(join(root, name), join(this.directory, name));
  }

  write(accessText: string): void {
    writeFileSync(join(this.directory, "access.yaml"), accessText);
  }

  /** Whether a Terraform runs on the state of a stack. */
  isLocked(stack: string): boolean {
    return existsSync(join(this.directory, "state", `.${stack}.tfstate.lock.info`));
  }

  entraEks(...args: readonly string[]): Promise<Ended> {
    return this.run(process.execPath, [join(root, "bin", "entra-eks.js"), ...args]).ended;
  }

  /** @returns what it is while it runs, too */
  begin(...args: readonly string[]) {
    return this.run(process.execPath, [join(root, "bin", "entra-eks.js"), ...args]);
  }

  cdktf(command: string): Promise<Ended> {
    return this.run("sh", ["-c", `npx cdktf ${command} --auto-approve --skip-provider-lock`]).ended;
  }

  /** Runs a script as GitHub runs a step. */
  protected bash(script: string, env: Readonly<Record<string, string>>): Promise<Ended> {
    return this.run("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script], env).ended;
  }

  private run(program: string, args: readonly string[], more: Readonly<Record<string, string>> = {}) {
    const begun = performance.now();
    const env = { ...this.env, ...more };
    const child = spawn(program, args, { cwd: this.directory, env, stdio: ["ignore", "pipe", "pipe"] });
    let [stdout, stderr] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
    const ended = new Promise<Ended>((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (status) => {
        resolve({ status, stdout, stderr, seconds: (performance.now() - begun) / 1000 });
      });
    });
    return { child, ended };
  }
}
