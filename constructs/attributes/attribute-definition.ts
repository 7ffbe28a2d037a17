import { Construct } from "constructs";
import type { Attribute } from "../../config/schema/access";
import { MsgraphResource } from "../msgraph/resource";
import { TerraformData } from "../terraform/data";
import { reference } from "../terraform/expression";
import { template } from "../terraform/template";

export interface AttributeDefinitionProps {
  readonly attribute: Attribute;
  /** Terraform address of the application that it is registered on. */
  readonly application: string;
  /** Whether Terraform refuses to destroy it; a retired one may always go. */
  readonly protect: boolean;
}

/** One directory extension for users, registered on the login application. Microsoft Graph cannot change it. */
export class AttributeDefinition extends Construct {
  /** Terraform address. */
  readonly address: string;

  /** @param id name of the attribute, which is also its Terraform address */
  constructor(scope: Construct, id: string, { attribute, application, protect }: AttributeDefinitionProps) {
    super(scope, id);
    const objectId = reference(application, "object_id");
    const body = { name: id, dataType: attribute.type, targetObjects: ["User"] };
    const definition = new MsgraphResource(this, "Resource", {
      url: template`applications/${objectId}/extensionProperties`,
      body,
      // The application may not have reached every replica. A deletion of one that has gone waits as long: so not longer.
      retryOn: ["ResourceNotFound"],
      timeout: "5m",
    });
    definition.overrideLogicalId(id);
    const shape = new TerraformData(this, "shape", { dataType: body.dataType, name: body.name });
    shape.overrideLogicalId(id);
    definition.addOverride("lifecycle", {
      // Graph answers with the full name, extension_<client ID>_<name>: every plan would show it, and Graph has no PATCH.
      ignore_changes: ["body"],
      // So what does change, and a new application, has to replace it. Any other change of the application must not.
      replace_triggered_by: [reference("terraform_data", id).code, objectId.code],
      ...(protect && !attribute.retired ? { prevent_destroy: true } : {}),
    });
    this.address = `msgraph_resource.${id}`;
  }
}
