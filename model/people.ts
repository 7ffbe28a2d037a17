import type { Access } from "../config/schema/access";

/** Everybody who is in a group of the access file, once, by user principal name in lower case. */
export function peopleOf({ groups }: Pick<Access, "groups">): string[] {
  return [...new Set(Object.values(groups).flatMap(({ members }) => members))].sort();
}

/** The keys of the groups that a person is in. */
export function groupsOf({ groups }: Pick<Access, "groups">, userPrincipalName: string): string[] {
  const person = userPrincipalName.toLowerCase();
  return Object.entries(groups).flatMap(([key, { members }]) => (members.includes(person) ? [key] : []));
}
