import { TerraformDataSource } from "cdktf";
import type { Construct } from "constructs";

export interface DataMsgraphResourceConfig {
  /** Path below the version in Microsoft Graph, such as `users`. */
  readonly url: string;
  /** OData query options, such as `$filter`. */
  readonly queryParameters: Readonly<Record<string, readonly string[]>>;
  /** What `output` holds: a name and the JMESPath that finds its value in the answer. */
  readonly responseExportValues: Readonly<Record<string, string>>;
  /**
   * HTTP headers of the request.
   *
   * @default - none
   */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Data source `msgraph_resource`: one GET of Microsoft Graph v1.0. */
export class DataMsgraphResource extends TerraformDataSource {
  constructor(
    scope: Construct,
    id: string,
    private readonly config: DataMsgraphResourceConfig,
  ) {
    super(scope, id, { terraformResourceType: "msgraph_resource" });
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { url, queryParameters, responseExportValues, headers } = this.config;
    return {
      url,
      query_parameters: queryParameters,
      response_export_values: responseExportValues,
      ...(headers === undefined ? {} : { headers }),
    };
  }
}
