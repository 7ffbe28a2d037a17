import { TerraformResource } from "cdktf";
import type { Construct } from "constructs";

/**
 * Resource `terraform_data`: keeps values in the state, and has others replaced with it. CDKTF's own DataResource runs
 * `terraform version` while stacks are written, where there may be none: cdktf 0.21, lib/terraform-data-resource.js.
 *
 * @param triggersReplace values that replace it when they change
 * @default - nothing replaces it
 */
export class TerraformData extends TerraformResource {
  constructor(
    scope: Construct,
    id: string,
    private readonly triggersReplace?: Readonly<Record<string, unknown>>,
  ) {
    super(scope, id, {
      terraformResourceType: "terraform_data",
      terraformGeneratorMetadata: { providerName: "terraform" },
    });
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { triggers_replace: this.triggersReplace };
  }
}
