import { TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { patient, type Patience } from "./retry";

export interface MsgraphUpdateResourceConfig extends Patience {
  /** Path of an object below the version in Microsoft Graph, such as `users/<id>`. */
  readonly url: string;
  /** The properties that it has to have; `null` for none. */
  readonly body: Readonly<Record<string, unknown>>;
  /** OData query options of each read, such as `$select`. */
  readonly readQueryParameters: Readonly<Record<string, readonly string[]>>;
  /** Whether a property that Graph does not answer with is taken for unchanged. */
  readonly ignoreMissingProperty: boolean;
}

/** Resource `msgraph_update_resource`: PATCH of an object that exists. Destroying it writes nothing. */
export class MsgraphUpdateResource extends TerraformResource {
  constructor(
    scope: Construct,
    id: string,
    private readonly config: MsgraphUpdateResourceConfig,
  ) {
    super(scope, id, { terraformResourceType: "msgraph_update_resource" });
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { url, body, readQueryParameters, ignoreMissingProperty } = this.config;
    return {
      url,
      body,
      read_query_parameters: readQueryParameters,
      ignore_missing_property: ignoreMissingProperty,
      ...patient(this.config, ["create", "update"]),
    };
  }
}
