import { DataAzureadClientConfig } from "@cdktf/provider-azuread/lib/data-azuread-client-config";
import type { TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { namedOwners } from "../../model/users/people";
import { listedOwners, ownersAreFound } from "../groups/listed-owners";
import { expression, reference, type Expression } from "../terraform/expression";
import { DirectoryPeople, type DirectoryPeopleProps } from "../users/directory-people";

/**
 * Says who owns the application and its service principal: they can add secrets and redirects.
 *
 * @param owners user principal names and object IDs; `undefined` for whoever deploys first, whom later deployers leave alone
 */
export function ownBy(
  scope: Construct,
  owned: readonly TerraformResource[],
  owners: readonly string[] | undefined,
  lookup: DirectoryPeopleProps["lookup"],
): void {
  const names = namedOwners(owners ?? []);
  const people =
    names.length === 0 ? undefined : new DirectoryPeople(scope, "owners", { userPrincipalNames: names, lookup });
  const objectIds = owners === undefined ? deployer(scope) : listedOwners(owners, people);
  for (const resource of owned) {
    resource.addOverride("owners", objectIds.template);
    if (owners === undefined) resource.addOverride("lifecycle.ignore_changes", ["owners"]);
    if (people === undefined) continue;
    const found = ownersAreFound(people.unknown, "the login application", "login.owners");
    resource.addOverride("lifecycle.precondition", [found]);
  }
}

function deployer(scope: Construct): Expression {
  const { friendlyUniqueId } = new DataAzureadClientConfig(scope, "deployer");
  return expression`[${reference("data.azuread_client_config", friendlyUniqueId)}.object_id]`;
}
