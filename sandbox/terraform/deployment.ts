import { initialize } from "./initialize";
import type { SynthesizedStack } from "./synthesis";
import { terraform, type TerraformProps, type TerraformRun } from "./terraform";
import { Turns } from "./turns";

/** `init`, and what is done with a stack afterwards. */
export type Phase = "init" | "apply" | "plan" | "destroy";

/** Something that happened to a stack. */
export interface StackEvent {
  readonly stack: string;
  readonly phase: Phase;
  readonly outcome: "waiting" | "started" | "done" | "skipped" | "failed" | "noted";
  /**
   * Why, or what is worth knowing.
   *
   * @default - nothing
   */
  readonly note?: string;
  /**
   * How long it took.
   *
   * @default - it has only started, or was not done
   */
  readonly seconds?: number;
  /**
   * The stacks that have to be done before.
   *
   * @default - none
   */
  readonly waitsFor?: readonly string[];
}

export interface DeploymentProps {
  /** In an order in which they can be deployed. */
  readonly stacks: readonly SynthesizedStack[];
  /** For runs that talk to the clouds. */
  readonly run: TerraformProps;
  /** For `init`, which may have to reach a registry. */
  readonly init: TerraformProps;
  readonly tell: (event: StackEvent) => void;
}

/** More Terraforms at once than this only wait for each other. */
const atOnce = 4;

/** Terraform said no; the message is what it printed. */
export class TerraformFailed extends Error {
  override readonly name = "TerraformFailed";

  constructor(
    readonly stackName: string,
    readonly phase: Phase,
    readonly output: string,
  ) {
    super(`${phase} of stack ${stackName} failed:\n${output.slice(Math.max(0, output.indexOf("Error:"))).trim()}`);
  }
}

/** The stacks of one program, deployed and destroyed in their order. */
export class Deployment {
  /** Why a stack is left out, by its name. */
  readonly skipped = new Map<string, string>();

  constructor(private readonly props: DeploymentProps) {}

  /** How many stacks there are, and how many of them are not left out. */
  get counts(): { readonly all: number; readonly wanted: number } {
    return { all: this.props.stacks.length, wanted: this.wanted().length };
  }

  /** Leaves a stack out of everything. */
  leaveOut(stack: string, reason: string): void {
    this.skipped.set(stack, reason);
    this.props.tell({ stack, phase: "init", outcome: "skipped", note: reason });
  }

  /** Initializes every stack. One whose provider is not to be had is left out, and so is what depends on it. */
  async initialize(): Promise<void> {
    for (const stack of this.props.stacks) {
      if (this.skipped.has(stack.name)) continue;
      const { name: stackName } = stack;
      this.props.tell({ stack: stackName, phase: "init", outcome: "started" });
      const waitsFor = stack.dependencies.find((name) => this.skipped.has(name));
      const outcome =
        waitsFor === undefined
          ? await initialize(stack, this.props.init)
          : { missing: `it needs the stack ${waitsFor}` };
      if ("missing" in outcome) {
        this.leaveOut(stackName, outcome.missing);
        continue;
      }
      const note = outcome.notes.length === 0 ? {} : { note: outcome.notes.join("; ") };
      this.props.tell({ stack: stackName, phase: "init", outcome: "done", ...note });
    }
  }

  async apply(only?: readonly string[]): Promise<void> {
    await this.inOrder("apply", this.wanted(only), ["apply", "-auto-approve", "-input=false"]);
  }

  /** @returns whether any stack would change */
  async plan(only?: readonly string[]): Promise<boolean> {
    const runs = await this.inOrder("plan", this.wanted(only), ["plan", "-detailed-exitcode", "-input=false"]);
    return runs.some(({ status }) => status === 2);
  }

  async destroy(only?: readonly string[]): Promise<void> {
    await this.inOrder("destroy", this.wanted(only).reverse(), ["destroy", "-auto-approve", "-input=false"]);
  }

  private wanted(only?: readonly string[]): SynthesizedStack[] {
    return this.props.stacks.filter(({ name }) => !this.skipped.has(name) && (only?.includes(name) ?? true));
  }

  /** Each stack as soon as those that come before it are done; none begins after a failure. */
  private async inOrder(
    phase: Phase,
    stacks: readonly SynthesizedStack[],
    args: readonly string[],
  ): Promise<TerraformRun[]> {
    const turns = new Turns(atOnce);
    const running = new Map<SynthesizedStack, Promise<TerraformRun>>();
    let failure: Error | undefined;
    const begin = async (stack: SynthesizedStack) => {
      const before = [...running].filter(([other]) => related(other, stack));
      const waitsFor = before.map(([{ name }]) => name);
      if (waitsFor.length > 0) this.props.tell({ stack: stack.name, phase, outcome: "waiting", waitsFor });
      await Promise.all(before.map(([, run]) => run));
      return turns.take(async () => {
        if (failure !== undefined) throw failure;
        try {
          return await this.run(phase, stack, args);
        } catch (error) {
          failure = error as Error;
          throw error;
        }
      });
    };
    for (const stack of stacks) running.set(stack, begin(stack));
    // All of them end before one's failure is told: none may go on behind its back.
    await Promise.allSettled(running.values());
    return Promise.all(running.values());
  }

  private async run(
    phase: Phase,
    { name, directory }: SynthesizedStack,
    args: readonly string[],
  ): Promise<TerraformRun> {
    const { run, tell } = this.props;
    tell({ stack: name, phase, outcome: "started" });
    const done = await terraform(directory, args, run);
    const good = done.status === 0 || (phase === "plan" && done.status === 2);
    tell({ stack: name, phase, outcome: good ? "done" : "failed", seconds: done.seconds });
    if (!good) throw new TerraformFailed(name, phase, done.output);
    return done;
  }
}

const related = (one: SynthesizedStack, other: SynthesizedStack) =>
  one.dependencies.includes(other.name) || other.dependencies.includes(one.name);
