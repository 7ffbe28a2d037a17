import type { DirectoryRole } from "../../model/permissions/directory-roles";
import type { Entry } from "./entry";
import { GraphError } from "./graph-error";
import type { RoutedRequest } from "./graph-request";
import type { Store } from "./store";

/** Properties of a person with which somebody could sign in instead, or no more: learn.microsoft.com/graph/api/resources/users, "Sensitive actions" [doc] */
const sensitive = [
  ...["accountEnabled", "businessPhones", "mobilePhone", "onPremisesImmutableId", "otherMails", "passwordProfile"],
  "userPrincipalName",
];

/** Who may do it all the same. [doc] */
const privileged: readonly string[] = [
  "Privileged Authentication Administrator",
  "Global Administrator",
] satisfies DirectoryRole[];

/**
 * Refuses a sensitive change to, or the deletion of, a member or owner of a role-assignable group, whatever permissions the
 * caller has: learn.microsoft.com/entra/identity/role-based-access-control/groups-concept [doc]. That it holds at once after the
 * person left the group: [guess].
 *
 * @param properties what is changed; all, if the account is deleted
 */
export function checkSensitiveChange(
  { store, caller }: RoutedRequest,
  user: Entry,
  properties: readonly string[] = sensitive,
): void {
  if (!properties.some((name) => sensitive.includes(name)) || !isProtected(store, user)) return;
  if (caller.directoryRoles.some((role) => privileged.includes(role))) return;
  throw new GraphError(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation."); // [seen]
}

function isProtected(store: Store, { id }: Entry): boolean {
  const groups = [...store.links.to(id, "members"), ...store.links.to(id, "owners")];
  return store.all("groups").some((group) => groups.includes(group.id) && group.data["isAssignableToRole"] === true);
}
