import type { Construct } from "constructs";
import { DataMsgraphResource } from "../msgraph/data-resource";
import { odataText } from "../msgraph/odata-text";
import { expression, reference, type Expression } from "../terraform/expression";
import { literal } from "../terraform/literal";

/**
 * Looks up the login's service principal by name, so that what hangs on it can be asked for while a plan is made: a new one
 * has no ID by then. azuread refuses another application of the name before this matters; of two that came later, neither.
 *
 * @param name display name of the login application
 * @returns a set of one object ID, or none
 */
export function registeredLogins(scope: Construct, name: string, tenant: string): Expression {
  const { friendlyUniqueId } = new DataMsgraphResource(scope, "registered-logins", {
    url: "servicePrincipals",
    queryParameters: {
      $filter: [literal(`displayName eq ${odataText(name)}`)],
      $select: ["id,appOwnerOrganizationId,servicePrincipalType"],
    },
    // A managed identity, or an application of another tenant, may be called the same.
    responseExportValues: {
      ids: `value[?appOwnerOrganizationId == '${tenant}' && servicePrincipalType == 'Application'].id`,
    },
  });
  const ids = reference("data.msgraph_resource", friendlyUniqueId, "output", "ids");
  return expression`toset(length(${ids}) == 1 ? ${ids} : [])`;
}
