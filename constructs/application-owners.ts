import { DataAzureadClientConfig } from "@cdktf/provider-azuread/lib/data-azuread-client-config";
import type { TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { guid } from "../config/schema/names";
import { DirectoryPeople, type DirectoryPeopleProps } from "./directory-people";

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
  const names = owners?.filter((owner) => !guid.test(owner)) ?? [];
  const people =
    names.length === 0 ? undefined : new DirectoryPeople(scope, "owners", { userPrincipalNames: names, lookup });
  const objectIds = owners === undefined ? deployer(scope) : listed(owners, people);
  for (const resource of owned) {
    resource.addOverride("owners", `\${${objectIds}}`);
    if (owners === undefined) resource.addOverride("lifecycle.ignore_changes", ["owners"]);
    if (people !== undefined) resource.addOverride("lifecycle.precondition", [everybodyIsFound(people)]);
  }
}

function deployer(scope: Construct): string {
  const { friendlyUniqueId } = new DataAzureadClientConfig(scope, "deployer");
  return `[data.azuread_client_config.${friendlyUniqueId}.object_id]`;
}

function listed(owners: readonly string[], people: DirectoryPeople | undefined): string {
  const ids = JSON.stringify(owners.filter((owner) => guid.test(owner)));
  if (people === undefined) return ids;
  return `concat(${people.objectIds(owners.filter((owner) => !guid.test(owner)))}, ${ids})`;
}

/** Otherwise an application could end up with fewer owners than the access file names, or with none. */
function everybodyIsFound(people: DirectoryPeople) {
  return {
    condition: `\${length(${people.unknown}) == 0}`,
    error_message: `The directory does not know these owners of the login application: \${join(", ", ${people.unknown})}. Correct login.owners in the access file.`,
  };
}
