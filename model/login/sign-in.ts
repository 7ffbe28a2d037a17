import type { Access } from "../../config/schema/access";
import { indexOf } from "../groups/group-index";
import { everyGrantedGroup } from "../rbac/grant";
import { assignmentRequired } from "./login";

/**
 * Whether Entra lets a person sign in, as far as the access file knows: where assignment is required, only direct members of
 * granted groups.
 *
 * learn.microsoft.com/entra/identity/enterprise-apps/assign-user-or-group-access-portal
 */
export function maySignIn({ login, groups, clusters }: Access, name: string): boolean {
  if (!assignmentRequired(login)) return true;
  const granted = everyGrantedGroup(clusters);
  return (indexOf(groups).ofMember.get(name.toLowerCase()) ?? []).some((key) => granted.has(key));
}
