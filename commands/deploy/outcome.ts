import type { Failure } from "./failure";
import type { PlannedStack } from "./planned-stack";

/** What became of a stack. */
export type Outcome =
  | { readonly kind: "applied"; readonly plan: PlannedStack }
  | { readonly kind: "unchanged" | "as deployed" }
  | { readonly kind: "failed"; readonly failure: Failure }
  | { readonly kind: "not run"; readonly because: string };

/** A stack that can be planned only after others are applied: they have not put out yet what it reads. */
export interface LaterPlan {
  readonly stack: string;
  readonly after: readonly string[];
}

export type FirstPlan = PlannedStack | LaterPlan | Failure;

export const isFailure = (plan: FirstPlan): plan is Failure => "terraform" in plan;

export const isLater = (plan: FirstPlan): plan is LaterPlan => "after" in plan;

/** Whether something may happen to a stack. */
export const changes = (plan: FirstPlan | undefined): boolean =>
  plan !== undefined && !isFailure(plan) && (isLater(plan) || !plan.isEmpty);
