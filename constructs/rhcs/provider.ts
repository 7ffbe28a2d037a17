import { TerraformProvider } from "cdktf";
import type { Construct } from "constructs";

export interface RhcsProviderConfig {
  /** Version constraint, as Terraform writes it. */
  readonly version: string;
}

/**
 * Red Hat's provider for ROSA, for which no bindings are published: registry.terraform.io/providers/terraform-redhat/rhcs. Credentials
 * come from the environment (`RHCS_*`).
 */
export class RhcsProvider extends TerraformProvider {
  constructor(scope: Construct, id: string, { version }: RhcsProviderConfig) {
    super(scope, id, {
      terraformResourceType: "rhcs",
      terraformGeneratorMetadata: { providerName: "rhcs", providerVersionConstraint: version },
      terraformProviderSource: "terraform-redhat/rhcs",
    });
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return {};
  }
}
