import type { SynthesizedStack } from "../../sandbox/terraform/synthesis";
import { inTurn, unsuccessful } from "./in-turn";
import { isFailure, type Outcome } from "./outcome";
import type { Failure } from "./failure";
import type { PlannedStack } from "./planned-stack";
import type { Prepared } from "./preparation";

type Plans = ReadonlyMap<string, PlannedStack | Failure>;

/** Stacks that are destroyed in reverse order. */
export class Destruction {
  /** @param stacks those that hold something */
  constructor(
    private readonly prepared: Pick<Prepared, "run" | "runs" | "records" | "interruption" | "steps">,
    private readonly stacks: readonly SynthesizedStack[],
  ) {}

  async plan(): Promise<Plans> {
    const { run, runs, steps } = this.prepared;
    steps.total = () => 2 * this.stacks.length;
    const plans = this.stacks.map(async (stack) => {
      const plan = run.outOfReach(stack) ?? (await runs.plan(stack, () => run.sources(stack), true));
      return [stack.name, plan] as const;
    });
    return new Map(await Promise.all(plans));
  }

  /** Destroys exactly what was planned, each stack as soon as those after it are gone. */
  apply(plans: Plans): Promise<Map<string, Outcome>> {
    const after = ({ name }: SynthesizedStack) =>
      this.stacks.flatMap((other) => (other.dependencies.includes(name) ? [other.name] : []));
    return inTurn([...this.stacks].reverse(), after, (stack, gone) => this.turn(stack, plans.get(stack.name), gone));
  }

  private async turn(
    stack: SynthesizedStack,
    plan: PlannedStack | Failure | undefined,
    after: ReadonlyMap<string, Outcome>,
  ): Promise<Outcome> {
    const standing = unsuccessful(after);
    if (standing.length > 0) return { kind: "not run", because: `${standing.join(", ")} was not destroyed` };
    if (this.prepared.interruption.hasHappened()) return { kind: "not run", because: "it was stopped" };
    if (plan === undefined) return { kind: "unchanged" };
    if (isFailure(plan)) return { kind: "failed", failure: plan };
    const forget = () => {
      this.prepared.records.forget(stack.name);
    };
    if (plan.isEmpty) {
      forget();
      return { kind: "unchanged" };
    }
    const failure = await this.prepared.runs.apply(stack, plan, "destroy", () => {
      this.prepared.records.begin(stack.name, undefined);
    });
    if (failure === "stopped") return { kind: "not run", because: "it was stopped" };
    if (failure === undefined) forget();
    return failure === undefined ? { kind: "applied", plan } : { kind: "failed", failure };
  }
}
