import { TerraformLocal } from "cdktf";
import type { Construct } from "constructs";
import { DataMsgraphResource } from "../msgraph/data-resource";
import { expression, reference, type Expression } from "../terraform/expression";
import { template } from "../terraform/template";
import { defaultAccess } from "./group-assignment";

/**
 * Looks up who is assigned to the login already, by hand or by a run that was cut off.
 *
 * @param logins object IDs of service principals
 * @returns a map of the object IDs of people and groups to the paths of their assignments
 */
export function assignedPrincipals(scope: Construct, logins: Expression): Expression {
  const asked = new DataMsgraphResource(scope, "assigned", {
    url: template`servicePrincipals/${expression`each.key`}/appRoleAssignedTo`,
    queryParameters: { $top: ["999"] },
    responseExportValues: {
      assignments: "value[].{id: id, principal: principalId, resource: resourceId, role: appRoleId}",
    },
  });
  asked.addOverride("for_each", logins.template);
  const answers = reference("data.msgraph_resource", asked.friendlyUniqueId);
  const found = expression`flatten([for login in ${answers} : login.output.assignments])`;
  const path = expression`join("/", ["/servicePrincipals", one.resource, "appRoleAssignedTo", one.id])`;
  const paths = expression`{for one in ${found} : one.principal => ${path} if one.role == ${defaultAccess}}`;
  new TerraformLocal(scope, "assigned-principals", paths.template).overrideLogicalId("assigned_principals");
  return expression`local.assigned_principals`;
}
