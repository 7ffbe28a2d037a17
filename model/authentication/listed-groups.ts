import type { Access } from "../../config/schema/access";
import { everyGrantedGroup } from "../rbac/grant";
import { groupsOf } from "../users/people";

/** Nested groups included: learn.microsoft.com/entra/identity-platform/id-token-claims-reference */
export const mostGroups = 200;

/**
 * The keys of the groups that the token of a person lists, as far as the access file knows: with `login.groups.emit:
 * assigned` only those that are assigned to the application, and these are the granted ones.
 *
 * @param person as the file names the person, in any case
 */
export function listedGroups(access: Pick<Access, "groups" | "login" | "clusters">, person: string): string[] {
  const keys = groupsOf(access, person);
  if (access.login.groups.emit !== "assigned") return keys;
  const granted = everyGrantedGroup(access.clusters);
  return keys.filter((key) => granted.has(key));
}
