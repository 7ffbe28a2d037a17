import { TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { patient, type Patience } from "./retry";

export interface MsgraphResourceActionConfig {
  /** Path below the version in Microsoft Graph, such as `invitations`. */
  readonly resourceUrl: string;
  /** HTTP method, or an expression for one. */
  readonly method: string;
  /**
   * What is sent; an expression, or a map.
   *
   * @default - nothing
   */
  readonly body?: string | Readonly<Record<string, unknown>>;
  /**
   * What `output` holds: a name and the JMESPath that finds its value in the answer.
   *
   * @default - nothing
   */
  readonly responseExportValues?: Readonly<Record<string, string>>;
  /**
   * How it bears what is not replicated yet.
   *
   * @default - it fails
   */
  readonly patience?: Patience;
  /**
   * Addresses of resources: once one is replaced the request is sent again.
   *
   * @default - it is sent once
   */
  readonly again?: readonly string[];
}

/**
 * Resource `msgraph_resource_action`: one request to Microsoft Graph v1.0 when it is made. Reading and destroying it sends
 * nothing. The provider would send it again after any change of its block, so no change counts.
 */
export class MsgraphResourceAction extends TerraformResource {
  constructor(
    scope: Construct,
    id: string,
    private readonly config: MsgraphResourceActionConfig,
  ) {
    super(scope, id, { terraformResourceType: "msgraph_resource_action" });
    const { again } = config;
    // CDKTF writes what `lifecycle.replaceTriggeredBy` names in a way that Terraform refuses in JSON.
    this.addOverride("lifecycle", {
      ignore_changes: "all",
      ...(again === undefined ? {} : { replace_triggered_by: again }),
    });
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { resourceUrl, method, body, responseExportValues, patience } = this.config;
    return {
      resource_url: resourceUrl,
      method,
      ...(body === undefined ? {} : { body }),
      ...(responseExportValues === undefined ? {} : { response_export_values: responseExportValues }),
      ...(patience === undefined ? {} : patient(patience, ["create"])),
    };
  }
}
