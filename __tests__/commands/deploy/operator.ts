import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync, existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deploy, type DeployOptions } from "../../../commands/deploy";
import { destroy } from "../../../commands/destroy";
import { plan } from "../../../commands/plan";
import type { ExitCode } from "../../../commands/with-access-file";
import { synthesize } from "../../../main";
import { asFound, standardError } from "../../standard-error";

/** What the stand-in for Terraform does other than work. */
export interface Script {
  readonly version?: string;
  /** Version of each provider that `init` chooses. */
  readonly provider?: string;
  /** What a run such as `plan people` fails with. */
  readonly fails?: Readonly<Record<string, string>>;
  /** Whether it looks for its plugins. */
  readonly lacksPlugins?: boolean;
  /** What planning a stack warns of. */
  readonly warns?: Readonly<Record<string, string>>;
  readonly outputs?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Stacks in which each change is a replacement. */
  readonly replaces?: readonly string[];
  /** Stacks whose apply is killed before it writes its state. */
  readonly dies?: readonly string[];
  /** Milliseconds that applying a stack such as `people` takes at least, or planning it: `plan people`; or until Ctrl-C or {@link Operator.release}. */
  readonly waits?: Readonly<Record<string, number | "until released">>;
}

export interface Run {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
  /** Runs of Terraform in their order. */
  readonly log: readonly string[];
}

/** A folder with an access file, where a stand-in for Terraform keeps local states. */
export class Operator {
  readonly folder = mkdtempSync(join(tmpdir(), "entra-eks-deploy-"));
  private readonly script = join(this.folder, "script.json");
  readonly env: Readonly<Record<string, string>> = {
    TERRAFORM_BINARY_NAME: join(__dirname, "fake-terraform.js"),
    FAKE_TERRAFORM: this.script,
    CDKTF_OUTDIR: join(this.folder, "cdktf.out"),
  };

  write(accessText: string, script: Script = {}): this {
    writeFileSync(this.file, accessText);
    writeFileSync(this.script, JSON.stringify(script));
    return this;
  }

  get file(): string {
    return join(this.folder, "access.yaml");
  }

  statePath(stack: string): string {
    return join(this.folder, "state", `${stack}.tfstate`);
  }

  state(stack: string): { readonly serial: number; readonly resources: readonly unknown[] } {
    return JSON.parse(readFileSync(this.statePath(stack), "utf8")) as ReturnType<Operator["state"]>;
  }

  /** Changes a state as another program would. */
  touchState(stack: string): void {
    writeFileSync(
      this.statePath(stack),
      JSON.stringify({ ...this.state(stack), serial: this.state(stack).serial + 1 }),
    );
  }

  /** Ends what a stack waits for. */
  release(stack: string): void {
    writeFileSync(`${this.script}.released-${stack}`, "");
  }

  deploy(options: Partial<DeployOptions> = {}): Promise<Run> {
    return this.run(() => deploy({ ...this.usual, yes: true, ...options }));
  }

  plan(options: Partial<DeployOptions> = {}): Promise<Run> {
    return this.run(() => plan({ ...this.usual, ...options }));
  }

  destroy(options: Partial<DeployOptions> = {}): Promise<Run> {
    return this.run(() => destroy({ ...this.usual, yes: true, ...options }));
  }

  end(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  get log(): readonly string[] {
    const path = `${this.script}.log`;
    return existsSync(path) ? readFileSync(path, "utf8").trim().split("\n") : [];
  }

  private readonly usual: DeployOptions = {
    file: this.file,
    json: false,
    stacks: [],
    changed: false,
    yes: false,
    olderRelease: false,
    writeStacks: synthesize,
  };

  /** Where nobody watches. */
  private async run(command: () => Promise<ExitCode>): Promise<Run> {
    const before = { ...process.env };
    Object.assign(process.env, this.env);
    rmSync(`${this.script}.log`, { force: true });
    standardError(false);
    const out = jest.spyOn(process.stdout, "write").mockReturnValue(true);
    const err = jest.spyOn(process.stderr, "write").mockReturnValue(true);
    const text = (spy: typeof out) =>
      spy.mock.calls.map(([chunk]) => String(chunk).replaceAll(`${this.folder}/`, "")).join("");
    try {
      mkdirSync(this.folder, { recursive: true });
      const code = await command();
      return { code, stdout: text(out), stderr: text(err), log: this.log };
    } finally {
      out.mockRestore();
      err.mockRestore();
      asFound();
      for (const name of Object.keys(this.env)) {
        if (before[name] === undefined) Reflect.deleteProperty(process.env, name);
        else process.env[name] = before[name];
      }
    }
  }
}

/** Everything of the log that is done with these verbs. */
export const runsOf = (log: readonly string[], ...verbs: readonly string[]): string[] =>
  log.filter((line) => verbs.includes(line.split(" ")[0] ?? ""));
