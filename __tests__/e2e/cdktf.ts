import { spawn } from "node:child_process";
import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { environments } from "../../sandbox/terraform/rehearsal";
import type { Sandbox } from "../../sandbox/sandbox";
import { findMirrors, providersIn } from "../../sandbox/terraform/provider-mirrors";

const root = join(__dirname, "..", "..");
const providers = ["hashicorp/aws", "hashicorp/azuread", "hashicorp/kubernetes", "hashicorp/time", "microsoft/msgraph"];

/** What an operator's environment lacks: without input cdktf could not answer Terraform's question whether states are moved. */
const notAnOperators = new Set(["ACCESS_FILE", "CDKTF_IGNORE_MISSING_STACK_DEPENDENCIES", "TF_INPUT"]);

/** Providers that no mirror here has: cdktf initializes and deploys in one run, and that run reaches no registry. */
export function missingMirrors(): string[] {
  const had = new Set(findMirrors(process.env).flatMap((mirror) => [...providersIn(mirror).keys()]));
  return providers
    .filter((name) => !had.has(`registry.terraform.io/${name}`))
    .map((name) => `no mirror here has ${name}`);
}

/** A checkout of this program in a sandbox, with an access file, states and cdktf.out of its own: `npx cdktf` works there as it does here. */
export class Checkout {
  private readonly directory: string;
  private readonly env: NodeJS.ProcessEnv;

  constructor(sandbox: Sandbox) {
    const { run } = environments(sandbox, process.env);
    this.directory = join(sandbox.props.folder, "checkout");
    // Neither Ink nor a request for approval finds a terminal.
    this.env = { ...Object.fromEntries(Object.entries(run).filter(([name]) => !notAnOperators.has(name))), CI: "true" };
    mkdirSync(this.directory);
    copyFileSync(join(root, "cdktf.json"), join(this.directory, "cdktf.json"));
    for (const name of ["main.ts", "node_modules"]) symlinkSync(join(root, name), join(this.directory, name));
  }

  /** Writes the access file and runs a command of the documents, approved beforehand, without asking the registry for checksums. */
  run(accessText: string, command: string): Promise<{ readonly status: number | null; readonly output: string }> {
    writeFileSync(join(this.directory, "access.yaml"), accessText);
    const approved = / (deploy|destroy) /.test(command) ? " --auto-approve" : "";
    const unlocked = / synth/.test(command) ? "" : " --skip-provider-lock";
    return new Promise((resolve, reject) => {
      const child = spawn("sh", ["-c", `${command}${approved}${unlocked}`], {
        cwd: this.directory,
        env: this.env,
        stdio: ["ignore", "pipe", "pipe"],
      });
      let output = "";
      for (const stream of [child.stdout, child.stderr])
        stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
      child.on("error", reject);
      child.on("close", (status) => {
        resolve({ status, output: output.replace(/\u001b\[[0-9;?]*[A-Za-z]/g, "") });
      });
    });
  }
}
