import type { SynthesizedStack } from "../../sandbox/terraform/synthesis";
import { changes, isFailure, isLater, type FirstPlan } from "./outcome";
import { failureInLines, planInLines } from "./plans-in-lines";
import { clusterOf } from "./stage-stacks";
import type { Access } from "../../config/schema/access";

interface Seen {
  readonly wanted: readonly SynthesizedStack[];
  readonly plans: ReadonlyMap<string, FirstPlan>;
  readonly foreseen: ReadonlyMap<string, readonly string[]>;
  readonly asDeployed: readonly string[];
  /** Why a stack is deployed again, in brackets. */
  readonly why: (stack: string) => string;
}

/** What Terraform does to each stack, a line for those of which nothing changes. */
export function stacksInLines({ wanted, plans, foreseen, asDeployed, why }: Seen): string[] {
  const blocked = blockedBy(wanted, plans);
  const unchanged = [...plans.values()]
    .filter((plan) => isUnremarkable(plan) && !blocked.has(plan.stack) && !foreseen.has(plan.stack))
    .map(({ stack }) => stack);
  return [
    ...[...plans].flatMap(([stack, plan]) => inLines(plan, why(stack), blocked.get(stack) ?? [])),
    ...unchangedLine(unchanged),
    ...asDeployedLine(asDeployed),
    ...[...foreseen].flatMap(([stack, addresses]) => [
      `${stack}: planned again after that; foreseen from both files:`,
      ...addresses.map((address) => `  -/+ ${address}`),
    ]),
  ];
}

/** Stacks that come after one that cannot be planned, with those. */
function blockedBy(stacks: readonly SynthesizedStack[], plans: Seen["plans"]): ReadonlyMap<string, readonly string[]> {
  const blocked = new Map<string, readonly string[]>();
  for (const { name, dependencies } of stacks) {
    const by = dependencies.filter((other) => {
      const plan = plans.get(other);
      return blocked.has(other) || (plan !== undefined && isFailure(plan));
    });
    if (by.length > 0) blocked.set(name, by);
  }
  return blocked;
}

function inLines(plan: FirstPlan, why: string, blocked: readonly string[]): string[] {
  const { stack } = plan;
  if (blocked.length > 0) return [`${stack}: not run, as it comes after ${blocked.join(", ")}`];
  if (isUnremarkable(plan)) return [];
  if (isFailure(plan)) return [`${stack}: cannot be planned`, ...failureInLines(plan)];
  if (isLater(plan))
    return [`${stack}: planned once ${plan.after.join(", ")} ${plan.after.length === 1 ? "is" : "are"} deployed`];
  const [first = "", ...rest] = planInLines(plan);
  return [`${first}${why}`, ...rest];
}

const isUnremarkable = (plan: FirstPlan) => "isEmpty" in plan && plan.isEmpty && plan.warnings.length === 0;

const unchangedLine = (stacks: readonly string[]) =>
  stacks.length === 0 ? [] : [`${counted(stacks, "has", "have")} nothing to do${named(stacks)}`];

const asDeployedLine = (stacks: readonly string[]) =>
  stacks.length === 0 ? [] : [`${counted(stacks, "is", "are")} as deployed${named(stacks)}`];

const counted = ({ length }: readonly string[], one: string, several: string) =>
  length === 1 ? `1 stack ${one}` : `${String(length)} stacks ${several}`;

const named = (stacks: readonly string[]) => (stacks.length > mostNamed ? "" : `: ${stacks.join(", ")}`);

/** More names are only counted. */
const mostNamed = 8;

/** A stage is not alone with what all clusters share. */
export function sharedLines(access: Access, stage: string | undefined, plans: Seen["plans"]): string[] {
  if (stage === undefined) return [];
  const shared = [...plans].filter(([stack, plan]) => clusterOf(access, stack) === undefined && changes(plan));
  if (shared.length === 0) return [];
  const names = shared.map(([stack]) => stack);
  return [
    `note: ${names.join(", ")} ${names.length === 1 ? "is" : "are"} shared by all clusters, so what changes there reaches the clusters of every stage, not of ${stage} alone.`,
  ];
}
