import { spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { signInPlugin } from "../../model/login/sign-in-arguments";
import { findProgram, pathOf } from "../../sandbox/machine/program";
import { environments } from "../../sandbox/terraform/rehearsal";
import type { Sandbox } from "../../sandbox/sandbox";

/** What of these programs is not on the PATH, each in a sentence. */
export function missingPrograms(...names: readonly string[]): string[] {
  const found = (name: string) => spawnSync("sh", ["-c", `command -v ${name}`]).status === 0;
  return names.filter((name) => !found(name)).map((name) => `${name} is not on the PATH`);
}

/** A kubectl that sees the sandbox as its cloud, and whose browser signs in without asking. */
export class Kubectl {
  private readonly env: NodeJS.ProcessEnv;

  constructor(sandbox: Sandbox, home: string) {
    const { run } = environments(sandbox, process.env);
    const programs = join(home, "bin");
    mkdirSync(programs, { recursive: true });
    const program = (name: string, script: string) => {
      writeFileSync(join(programs, name), `#!/bin/sh\n${script}\n`);
      chmodSync(join(programs, name), 0o755);
    };
    const options = `--noproxy localhost,127.0.0.1 --proxy ${sandbox.proxy.url} --cacert ${sandbox.authorityFile}`;
    program("xdg-open", `exec curl -sL ${options} -o /dev/null "$1"`);
    // Each worker has somebody who signs in, and the ports that kubelogin listens on are of the whole machine.
    const plugin = findProgram(signInPlugin, pathOf(process.env));
    if (plugin !== undefined)
      program(signInPlugin, `[ "$1" != get-token ] || set -- "$@" --listen-address=127.0.0.1:0\nexec '${plugin}' "$@"`);
    this.env = { ...run, HOME: home, KUBECACHEDIR: join(home, "cache"), PATH: `${programs}:${run["PATH"] ?? ""}` };
  }

  /** What it prints, and on which stream it does not matter. Servers of the sandbox answer meanwhile. */
  run(...args: readonly string[]): Promise<string> {
    return this.runOther("kubectl", ...args);
  }

  /** The same for a line that somebody types. */
  shell(line: string, env: NodeJS.ProcessEnv): Promise<string> {
    return this.start("sh", ["-ec", line], { ...this.env, ...env });
  }

  /** The same for another program. */
  runOther(program: string, ...args: readonly string[]): Promise<string> {
    return this.start(program, args, this.env);
  }

  private start(program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
    return new Promise((resolve, reject) => {
      const child = spawn(program, args, { env, stdio: ["ignore", "pipe", "pipe"] });
      let text = "";
      for (const stream of [child.stdout, child.stderr])
        stream.on("data", (chunk: Buffer) => (text += chunk.toString()));
      child.on("error", reject);
      child.on("close", () => {
        resolve(text.trim());
      });
    });
  }
}
