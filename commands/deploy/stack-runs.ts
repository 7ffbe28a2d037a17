import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { lockFile } from "../../sandbox/terraform/lock-file";
import type { SynthesizedStack } from "../../sandbox/terraform/synthesis";
import { Turns } from "../../sandbox/terraform/turns";
import { inSeconds, type Steps } from "../sandbox/steps";
import { terminalWidth } from "../terminal/print";
import type { Sources } from "./as-deployed";
import { failureOf, type Failure } from "./failure";
import { PlanMessages, type PlannedStack } from "./planned-stack";
import type { Lanes } from "./lanes";
import { runTerraform, type RunEnd, type TerraformProps } from "./terraform-run";
import type { Diagnostic, Message } from "./terraform-message";
import { withoutSecrets } from "./without-secrets";

export interface StackRunsProps {
  readonly terraform: TerraformProps;
  /** The file of a stack's state; nothing if it is elsewhere. */
  readonly stateFile: (stack: string) => string | undefined;
  readonly lanes: Lanes;
  readonly steps: Steps;
  /** Private folder for plans: what Terraform saves may be a secret. */
  readonly folder: string;
  /**
   * Milliseconds after which a log without a terminal hears again of a run.
   *
   * @default 60000
   */
  readonly sayAgainMs?: number;
}

/** Runs of Terraform on the folders of stacks, each told as it begins and ends. */
export class StackRuns {
  /** A shared cache of providers is no place for two. [doc] developer.hashicorp.com/terraform/cli/config/config-file#provider-plugin-cache */
  private readonly initTurns: Turns | undefined;
  private plans = 0;
  private known = 0;

  constructor(private readonly props: StackRunsProps) {
    this.initTurns = props.terraform.env["TF_PLUGIN_CACHE_DIR"] === undefined ? undefined : new Turns(1);
  }

  /** How many runs have begun, or wait for their turn. */
  get begun(): number {
    return this.known;
  }

  /** Plans a stack, and keeps the plan. */
  async plan(stack: SynthesizedStack, sources: () => Sources, isDestroy = false): Promise<PlannedStack | Failure> {
    this.known += 1;
    return this.props.lanes.short.take(async () => {
      if (this.isStopped) return { stack: stack.name, advice: undefined, terraform: "It was stopped before it began." };
      if (existsSync(join(stack.directory, "errored.tfstate"))) return this.failure(stack, unsaved);
      const planFile = join(this.props.folder, `${stack.name}-${String((this.plans += 1))}`);
      const args = ["plan", "-json", "-input=false", "-detailed-exitcode", `-out=${planFile}`];
      return this.told(stack.name, "plan", async () => {
        let read = sources();
        let messages = new PlanMessages();
        const run = () => this.run(stack, isDestroy ? [...args, "-destroy"] : args, messages.take);
        let end = isInitialized(stack) ? await run() : undefined;
        if (end === undefined || wantsInit(end)) {
          const failure = await this.init(stack);
          if (failure !== undefined) return failure;
          // Which providers there are is known from here on.
          read = sources();
          messages = new PlanMessages();
          end = await run();
        }
        if (end.status !== 0 && end.status !== 2) return this.failure(stack, end);
        return {
          stack: stack.name,
          changes: messages.changes,
          outputs: messages.outputs,
          isEmpty: end.status === 0,
          warnings: this.warningsOf(end),
          planFile,
          sources: read,
        };
      });
    });
  }

  /**
   * Applies exactly what was planned, when its turn has come.
   *
   * @param begins is called just before
   * @returns why it failed, or that it was stopped before it began
   */
  async apply(
    stack: SynthesizedStack,
    { planFile, changes }: PlannedStack,
    verb: string,
    begins: () => void,
  ): Promise<Failure | "stopped" | undefined> {
    const { lanes, steps } = this.props;
    this.known += 1;
    const lane = stack.name.startsWith("eks-") ? lanes.long : lanes.short;
    return lane.take(async () => {
      if (this.isStopped) return "stopped";
      begins();
      return this.told(stack.name, verb, async () => {
        let done = 0;
        const end = await this.run(stack, ["apply", "-json", "-input=false", planFile], (message) => {
          if (message.type === "apply_complete") done += 1;
          if (message.type !== "apply_start" && message.type !== "apply_complete") return;
          steps.about(`${stack.name}: ${verb}`, `${String(done)} of ${String(changes.length)}`);
        });
        return end.status === 0 ? undefined : this.failure(stack, end);
      });
    });
  }

  private get isStopped(): boolean {
    return this.props.terraform.interruption.hasHappened();
  }

  private async told<T extends object | undefined>(stack: string, verb: string, run: () => Promise<T>): Promise<T> {
    const { steps } = this.props;
    const name = `${stack}: ${verb}`;
    const isAssociation = verb !== "plan" && stack.startsWith("eks-");
    steps.begin(name, isAssociation ? "AWS takes 20 to 40 minutes for an association" : "");
    const began = performance.now();
    // A log that says nothing for long is taken for a run that hangs.
    const timer = setInterval(() => {
      if (terminalWidth() === undefined) steps.say(`${name} goes on, ${inSeconds(performance.now() - began)}`);
    }, this.props.sayAgainMs ?? 60_000);
    try {
      const result = await run();
      steps.end(name, result !== undefined && "terraform" in result ? "failed" : "done");
      return result;
    } catch (error) {
      steps.end(name, "failed");
      throw error;
    } finally {
      clearInterval(timer);
    }
  }

  private async init(stack: SynthesizedStack): Promise<Failure | undefined> {
    const init = async (): Promise<Failure | undefined> => {
      const began = performance.now();
      let end = await this.run(stack, ["init", "-input=false", "-no-color"]);
      // A version that is locked and not allowed any more is chosen again, as cdktf does.
      if (end.status !== 0 && /terraform init -upgrade|init -upgrade/.test(end.text.replace(/[│\s]+/g, " "))) {
        end = await this.run(stack, ["init", "-upgrade", "-input=false", "-no-color"]);
      }
      this.props.steps.about(`${stack.name}: plan`, `initialized in ${inSeconds(performance.now() - began)}`);
      return end.status === 0 ? undefined : this.failure(stack, end);
    };
    return this.initTurns === undefined ? init() : this.initTurns.take(init);
  }

  private run(
    { directory }: SynthesizedStack,
    args: readonly string[],
    onMessage?: (message: Message) => void,
  ): Promise<RunEnd> {
    return runTerraform(directory, args, this.props.terraform, onMessage);
  }

  /** A provider may repeat a request in one. */
  private warningsOf({ diagnostics }: RunEnd): Diagnostic[] {
    const told = (text: string) => withoutSecrets(text, this.props.terraform.env);
    return diagnostics
      .filter(({ severity }) => severity === "warning")
      .map((warning) => ({ ...warning, summary: told(warning.summary), detail: told(warning.detail) }));
  }

  private failure({ name, directory }: SynthesizedStack, end: RunEnd): Failure {
    const { binary, env } = this.props.terraform;
    const near = (path: string) => relative(process.cwd(), path);
    const file = this.props.stateFile(name);
    const stateFile = file === undefined ? undefined : near(file);
    return failureOf(end, { stack: name, directory: near(directory), stateFile, binary, env });
  }
}

/** What Terraform made, and could not write into its state: whoever plans now makes it a second time. */
const unsaved: RunEnd = {
  status: 1,
  diagnostics: [],
  text: "The folder has an errored.tfstate of an earlier run, whose state could not be written.",
};

const isInitialized = ({ directory }: SynthesizedStack) =>
  existsSync(join(directory, ".terraform")) && existsSync(lockFile(directory));

/** Under TF_IN_AUTOMATION it names no command. [src] internal/command/meta_providers.go and internal/backend/local/backend_local.go in hashicorp/terraform */
const uninitialized =
  /\b(?:terraform|tofu) init\b|initialization required|required plugins are not installed|inconsistent dependency lock file/i;

/** Terraform itself compares the folder with what was initialized. */
function wantsInit({ status, diagnostics }: RunEnd): boolean {
  const text = diagnostics.map(({ summary, detail }) => `${summary} ${detail}`).join(" ");
  return status === 1 && uninitialized.test(text.replace(/\s+/g, " "));
}
