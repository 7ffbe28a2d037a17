import { isFailure, isLater, type FirstPlan, type Outcome } from "./outcome";
import type { Failure } from "./failure";
import type { Look } from "./look";

/** A contract with machines: additions only. */
interface StackAsJson {
  readonly stack: string;
  readonly outcome: string;
  readonly changes?: readonly { readonly address: string; readonly action: string }[];
  readonly outputs?: readonly string[];
  readonly after?: readonly string[];
  readonly because?: string;
  readonly error?: { readonly advice: string | null; readonly terraform: string };
}

export function plansAsJson({ plans, asDeployed, foreseen }: Look) {
  return {
    stacks: [...[...plans].map(planAsJson), ...asDeployed.map((stack) => ({ stack, outcome: "as deployed" }))],
    foreseen: [...foreseen].map(([stack, addresses]) => ({ stack, addresses })),
  };
}

function planAsJson([stack, plan]: readonly [string, FirstPlan]): StackAsJson {
  if (isFailure(plan)) return { stack, outcome: "failed", error: errorAsJson(plan) };
  if (isLater(plan)) return { stack, outcome: "later", after: plan.after };
  const { changes, outputs, isEmpty } = plan;
  return { stack, outcome: isEmpty ? "unchanged" : "planned", changes, outputs };
}

export function outcomesAsJson(outcomes: ReadonlyMap<string, Outcome>): { readonly stacks: readonly StackAsJson[] } {
  return { stacks: [...outcomes].map(([stack, outcome]) => outcomeAsJson(stack, outcome)) };
}

function outcomeAsJson(stack: string, outcome: Outcome): StackAsJson {
  switch (outcome.kind) {
    case "applied":
      return { stack, outcome: outcome.kind, changes: outcome.plan.changes, outputs: outcome.plan.outputs };
    case "failed":
      return { stack, outcome: outcome.kind, error: errorAsJson(outcome.failure) };
    case "not run":
      return { stack, outcome: outcome.kind, because: outcome.because };
    case "unchanged":
    case "as deployed":
      return { stack, outcome: outcome.kind };
  }
}

const errorAsJson = ({ advice, terraform }: Failure) => ({ advice: advice ?? null, terraform });
