import { TerraformLocal } from "cdktf";
import type { Construct } from "constructs";
import { defaultAccess } from "./group-assignment";
import { DataMsgraphResource } from "./msgraph/data-resource";

/**
 * Looks up who is assigned to the login already, by hand or by a run that was cut off.
 *
 * @param logins object IDs of service principals, as an expression without `${}`
 * @returns a map of the object IDs of people and groups to the paths of their assignments, as an expression without `${}`
 */
export function assignedPrincipals(scope: Construct, logins: string): string {
  const asked = new DataMsgraphResource(scope, "assigned", {
    url: "servicePrincipals/${each.key}/appRoleAssignedTo",
    queryParameters: { $top: ["999"] },
    responseExportValues: {
      assignments: "value[].{id: id, principal: principalId, resource: resourceId, role: appRoleId}",
    },
  });
  asked.addOverride("for_each", `\${${logins}}`);
  const found = `flatten([for login in data.msgraph_resource.${asked.friendlyUniqueId} : login.output.assignments])`;
  const path = 'join("/", ["/servicePrincipals", one.resource, "appRoleAssignedTo", one.id])';
  const paths = `{for one in ${found} : one.principal => ${path} if one.role == "${defaultAccess}"}`;
  new TerraformLocal(scope, "assigned-principals", `\${${paths}}`).overrideLogicalId("assigned_principals");
  return "local.assigned_principals";
}
