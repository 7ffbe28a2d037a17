import type { TerraformStack } from "cdktf";

export interface Assertion {
  /** Expression that must be true, as `${…}`. */
  readonly condition: string;
  /** What to say if it is not; one or more full sentences. */
  readonly errorMessage: string;
}

/** A `check` block, for which CDKTF has no construct: Terraform warns and goes on. */
export function addCheck(stack: TerraformStack, name: string, { condition, errorMessage }: Assertion): void {
  stack.addOverride(`check.${name}`, { assert: [{ condition, error_message: errorMessage }] });
}
