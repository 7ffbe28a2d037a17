import { isOpenShift } from "../../model/clusters/distribution";
import { configNamespace } from "../../model/clusters/openshift";
import type { Access, Group } from "../../config/schema/access";
import { own } from "../../model/own";
import { bindingsOf } from "../../model/rbac/binding";
import { createdPeople } from "../../model/users/account";
import { everybodyOf, groupOwnersOf, namedOwners } from "../../model/users/people";
import type { DirectorySeed, SeedGroup, SeedUser } from "../msgraph/directory-view";

/** Somebody of the tenant who is in no group of the access file. */
export const outsider = (access: Access) => `outsider@${domainsOf(access)[0] ?? "contoso.com"}`;

/**
 * A directory in which everybody of the access file exists whom it does not make or invite, and one outsider; of other
 * things only what it says to exist.
 */
export function seedOf(access: Access): DirectorySeed {
  return {
    tenant: { id: access.tenant, displayName: "Sandbox", domains: domainsOf(access) },
    deployer: {
      clientId: "d3b07384-d9a0-4c9b-8f6a-0a1b2c3d4e5f",
      clientSecret: "only-for-the-sandbox",
      displayName: "terraform",
    },
    users: [...peopleThere(access), outsider(access)].filter(once).map(user),
    ...existingIn(access),
  };
}

function existingIn({ login, groups }: Access): Pick<DirectorySeed, "groups" | "namedLocations"> {
  const { breakGlass = "", allowedLocations } = login.conditionalAccess ?? {};
  const existing = Object.entries(groups).flatMap(([key, group]) => existingGroup(key, group) ?? []);
  const isThere =
    breakGlass !== "" && !Object.hasOwn(groups, breakGlass) && !existing.some(({ id }) => id === breakGlass);
  const seeded = [...existing, ...(isThere ? [{ id: breakGlass, displayName: "Break glass", members: [] }] : [])];
  return {
    ...(seeded.length === 0 ? {} : { groups: seeded }),
    ...(allowedLocations?.existing === undefined ? {} : { namedLocations: allowedLocations.existing }),
  };
}

function existingGroup(key: string, { existing, displayName = key }: Group): SeedGroup | undefined {
  if (existing === undefined) return undefined;
  return { displayName, members: [], ...(existing === true ? {} : { id: existing }) };
}

/** The namespaces that a cluster's grants name, the portal's and the clients', each once. */
export function namespacesOf(access: Access, cluster: string): string[] {
  const entry = own(access.clusters, cluster);
  const bindings = entry === undefined ? [] : bindingsOf(entry);
  const { portal } = access;
  const ofPortal = portal?.cluster === cluster ? [portal.namespace] : [];
  const ofClients = Object.values(access.clients).flatMap((one) => (one.cluster === cluster ? one.namespace : []));
  const ofOpenShift = isOpenShift(entry) ? [configNamespace] : [];
  return [...bindings.flatMap(({ namespace }) => namespace ?? []), ...ofPortal, ...ofClients, ...ofOpenShift].filter(
    once,
  );
}

const once = (name: string, index: number, names: readonly string[]) => names.indexOf(name) === index;

/** Everybody of the access file who is in the directory before anybody deploys. */
function peopleThere(access: Access): string[] {
  const come = new Set([...createdPeople(access), ...access.guests.map(({ mail }) => mail)]);
  const owners = [...namedOwners(access.login.owners ?? []), ...groupOwnersOf(access)];
  return [...everybodyOf(access), ...owners].filter((name) => !come.has(name));
}

/** The domains of user principal names; a guest's address is in a domain of others. */
function domainsOf(access: Access): string[] {
  const names = [...peopleThere(access), ...createdPeople(access)];
  const domains = names.map((name) => name.slice(name.indexOf("@") + 1)).filter(once);
  return domains.length === 0 ? ["contoso.com"] : domains;
}

/** The user principal name of a guest carries the mail address: `gus_fabrikam.com#EXT#@contoso.onmicrosoft.com`. */
function user(userPrincipalName: string): SeedUser {
  const [name = "", external] = userPrincipalName.split("@")[0]?.split(/#ext#/i) ?? [];
  if (external === undefined) return { userPrincipalName, displayName: name };
  const at = name.lastIndexOf("_");
  return {
    userPrincipalName,
    displayName: name,
    userType: "Guest",
    mail: `${name.slice(0, at)}@${name.slice(at + 1)}`,
  };
}
