import type { Access } from "../config/schema/access";

/** Everybody of whom the access file says anything but that they own the application, once, by user principal name in lower case. */
export function everybodyOf(access: Pick<Access, "groups" | "users">): string[] {
  return [...new Set([...peopleOf(access), ...Object.keys(access.users)])].sort();
}

/** Everybody who is in a group of the access file, once, by user principal name in lower case. */
export function peopleOf({ groups }: Pick<Access, "groups">): string[] {
  return [...new Set(Object.values(groups).flatMap(({ members }) => members))].sort();
}

/** The keys of the groups that a person is in. */
export function groupsOf({ groups }: Pick<Access, "groups">, userPrincipalName: string): string[] {
  const person = userPrincipalName.toLowerCase();
  return Object.entries(groups).flatMap(([key, { members }]) => (members.includes(person) ? [key] : []));
}
