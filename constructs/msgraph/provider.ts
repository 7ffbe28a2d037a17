import { TerraformProvider } from "cdktf";
import type { Construct } from "constructs";

export interface MsgraphProviderConfig {
  /** Directory (tenant) ID. */
  readonly tenantId: string;
  /** Version constraint, as Terraform writes it. */
  readonly version: string;
}

/** Microsoft's `msgraph` provider, for which no bindings are published: registry.terraform.io/providers/microsoft/msgraph */
export class MsgraphProvider extends TerraformProvider {
  constructor(
    scope: Construct,
    id: string,
    private readonly config: MsgraphProviderConfig,
  ) {
    super(scope, id, {
      terraformResourceType: "msgraph",
      terraformGeneratorMetadata: { providerName: "msgraph", providerVersionConstraint: config.version },
      terraformProviderSource: "microsoft/msgraph",
    });
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { tenant_id: this.config.tenantId };
  }
}
