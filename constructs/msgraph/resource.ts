import { TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { patient, type Patience } from "./retry";

export interface MsgraphResourceConfig extends Patience {
  /** Path of the collection below the version in Microsoft Graph, such as `applications/<id>/extensionProperties`. */
  readonly url: string;
  /** What is POSTed there. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** Resource `msgraph_resource`: POST to a collection of Microsoft Graph v1.0, and DELETE of what was made. */
export class MsgraphResource extends TerraformResource {
  constructor(
    scope: Construct,
    id: string,
    private readonly config: MsgraphResourceConfig,
  ) {
    super(scope, id, { terraformResourceType: "msgraph_resource" });
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { url: this.config.url, body: this.config.body, ...patient(this.config, ["create", "delete"]) };
  }
}
