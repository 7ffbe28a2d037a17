import type { TerraformStack } from "cdktf";
import type { Expression } from "./expression";

export interface Assertion {
  /** What must be true. */
  readonly condition: Expression;
  /** What to say if it is not; one or more full sentences. */
  readonly errorMessage: string;
}

/** A `check` block, for which CDKTF has no construct: Terraform warns and goes on. */
export function addCheck(stack: TerraformStack, name: string, { condition, errorMessage }: Assertion): void {
  stack.addOverride(`check.${name}`, { assert: [{ condition: condition.template, error_message: errorMessage }] });
}
