import type { DirectoryView, GraphObject } from "../msgraph/directory-view";
import type { ServicePrincipal } from "./application";
import { directGroupsOf } from "./membership";
import type { User } from "./user";

/** Who may sign in to an application, and with which of its roles. */
export interface Assignment extends GraphObject {
  readonly principalId: string;
  readonly resourceId: string;
  readonly appRoleId: string;
}

/** Every assignment to an application. */
export function assignmentsTo(directory: DirectoryView, { id }: ServicePrincipal): readonly Assignment[] {
  return (directory.all("appRoleAssignments") as readonly Assignment[]).filter(({ resourceId }) => resourceId === id);
}

/** Those that hold for a user. A group counts for its direct members only. [doc: assign-user-or-group-access-portal] */
export function assignmentsOf(directory: DirectoryView, application: ServicePrincipal, user: User) {
  const holders = [user, ...directGroupsOf(directory, user.id)].map(({ id }) => id);
  return assignmentsTo(directory, application).filter(({ principalId }) => holders.includes(principalId));
}

/** Values of the application roles that a user holds, each once. */
export function rolesOf(directory: DirectoryView, application: ServicePrincipal, user: User): readonly string[] {
  const values = assignmentsOf(directory, application, user).map(
    ({ appRoleId }) => application.appRoles?.find(({ id }) => id === appRoleId)?.value ?? "",
  );
  return [...new Set(values)].filter((value) => value !== "");
}
