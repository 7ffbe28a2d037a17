import type { Access, Guest } from "../../config/schema/access";
import { guid } from "../../config/schema/names";
import { indexOf } from "../groups/group-index";
import { onceFor } from "../once-for";

/** Everybody of whom the access file says anything but that they own something, once, by the name in the file, in lower case. */
export function everybodyOf(access: Pick<Access, "groups" | "users">): string[] {
  return [...new Set([...peopleOf(access), ...Object.keys(access.users)])].sort();
}

/** Everybody who is listed in a group of the access file, once, in lower case: guests by mail address, others by user principal name. */
export const peopleOf = ({ groups }: Pick<Access, "groups">): readonly string[] => membersOf(groups);

const membersOf = onceFor((groups: Access["groups"]): readonly string[] =>
  [...new Set(Object.values(groups).flatMap(({ members }) => members))].sort(),
);

/** The owners of groups who are named by user principal name, once. */
export function groupOwnersOf({ groups }: Pick<Access, "groups">): string[] {
  const owners = Object.values(groups).flatMap((group) => group.owners ?? []);
  return namedOwners([...new Set(owners)]);
}

/** The owners who are named by user principal name, not by object ID. */
export function namedOwners(owners: readonly string[]): string[] {
  return owners.filter((owner) => !guid.test(owner));
}

type Guests = readonly Pick<Guest, "mail">[];

/** Asked for each member: a search through all guests for each would take the product of their numbers. */
const mailsOf = onceFor((guests: Guests) => new Set(guests.map(({ mail }) => mail)));

/** Whether a member of a group is a guest: one whom this program invites, or one by the guest's user principal name. */
export function isGuest({ guests }: { readonly guests: Guests }, member: string): boolean {
  return member.includes("#ext#") || mailsOf(guests).has(member);
}

/**
 * The mail address by which a guest was invited, made of the user principal name, in lower case:
 * `gus_fabrikam.com#ext#@contoso.onmicrosoft.com` was gus@fabrikam.com. `undefined` for others.
 */
export function invitedAs(member: string): string | undefined {
  const [, name, domain] = /^(.+)_([^_]+)#ext#@/.exec(member) ?? [];
  return name === undefined || domain === undefined ? undefined : `${name}@${domain}`;
}

/**
 * The keys of the groups that the token of a person lists, as far as the access file knows, in the order of the file: those
 * that list the person, and the groups that these are in, unless only assigned groups are listed.
 *
 * learn.microsoft.com/entra/identity-platform/optional-claims, "Configure groups optional claims"
 */
export function groupsOf(access: Pick<Access, "groups" | "login">, name: string): string[] {
  const found = membershipsOf(access, name);
  return Object.keys(access.groups).filter((key) => found.has(key));
}

/**
 * The same groups, each with the key of one that lists the person: itself, or the nearest of those in it.
 */
export function membershipsOf(
  { groups, login }: Pick<Access, "groups" | "login">,
  name: string,
): ReadonlyMap<string, string> {
  return withGroupsAround({ groups, login }, indexOf(groups).ofMember.get(name.toLowerCase()) ?? []);
}

/** The groups that the token of whoever is listed in these ones lists, each with the key of the nearest of these. */
export function withGroupsAround(
  { groups, login }: Pick<Access, "groups" | "login">,
  listed: readonly string[],
): ReadonlyMap<string, string> {
  const { around } = indexOf(groups);
  const found = new Map(listed.map((key) => [key, key]));
  if (login.groups.emit === "assigned") return found;
  // A map that grows while it is walked through.
  for (const [inside, listedIn] of found) {
    for (const key of around.get(inside) ?? []) if (!found.has(key)) found.set(key, listedIn);
  }
  return found;
}

/**
 * What somebody owns, by the name in the file.
 *
 * @returns the place in the file, such as `groups.admins`, of the login first; `undefined` if it is nothing
 */
export function ownedBy({ groups, login }: Pick<Access, "groups" | "login">, name: string): string | undefined {
  const person = name.toLowerCase();
  if (login.owners?.includes(person)) return "the application of the login";
  const group = indexOf(groups).ofOwner.get(person);
  return group === undefined ? undefined : `groups.${group}`;
}
