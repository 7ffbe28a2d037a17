import type { Access } from "../../../config/schema/access";
import { accessOn, clusterSeeingMost } from "../../clusters/access-on";
import { membershipsOn } from "../../clusters/memberships-on";
import { onceFor } from "../../once-for";
import { bindingsOf, roleOf, type RoleRef } from "../binding";
import { byChart } from "../strong-grants";

/** How somebody comes to a right. */
export interface Through {
  /** Key of the group that the grant names. */
  readonly group: string;
  /** Key of the group that lists the person: the same, or one that is in it at some depth. */
  readonly listedIn: string;
  /** The grant's place in the file, such as `clusters`, `prod`, `grants`, 2; or of the portal's group. */
  readonly at: readonly (string | number)[];
}

/** A role that somebody has in one place. */
export interface HeldRole {
  readonly role: RoleRef;
  readonly through: readonly Through[];
}

/** By what identifies a role: one that is granted twice is there once. */
export type HeldRoles = ReadonlyMap<string, HeldRole>;

/** The roles that somebody has on one cluster. */
export interface Rights {
  readonly everywhere: HeldRoles;
  /** By namespace, in the order of the file. */
  readonly inNamespaces: ReadonlyMap<string, HeldRoles>;
}

export const noRights: Rights = { everywhere: new Map(), inNamespaces: new Map() };

/**
 * The rights of whoever is in these groups, by the key of the cluster, also what the portal's chart binds; a cluster without any
 * is not there.
 */
export function rightsOf(access: Access, memberships: ReadonlyMap<string, string>): ReadonlyMap<string, Rights> {
  const found = new Map<string, { everywhere: Changing; inNamespaces: Map<string, Changing> }>();
  const most = clusterSeeingMost(access);
  for (const [group, around] of membershipsOn(access, most, memberships)) {
    for (const { cluster, role, namespace, at } of grantsByGroup(access).get(group) ?? []) {
      const listedIn = accessOn(access, cluster) === access ? memberships.get(group) : around;
      if (listedIn === undefined) continue;
      const rights = found.get(cluster) ?? { everywhere: noRoles(), inNamespaces: new Map<string, Changing>() };
      found.set(cluster, rights);
      const roles: Changing =
        namespace === undefined ? rights.everywhere : (rights.inNamespaces.get(namespace) ?? noRoles());
      if (namespace !== undefined) rights.inNamespaces.set(namespace, roles);
      const key = `${role.kind} ${role.name}`;
      const through = { group, listedIn, at };
      const known = roles.get(key);
      if (known === undefined) roles.set(key, { role, through: [through] });
      else known.through.push(through);
    }
  }
  return found;
}

type Changing = Map<string, { readonly role: RoleRef; readonly through: Through[] }>;

const noRoles = (): Changing => new Map();

interface PlacedBinding {
  readonly cluster: string;
  readonly role: RoleRef;
  readonly namespace?: string;
  readonly at: Through["at"];
}

/** Every group that has a right, by its key. */
export const grantsByGroup = onceFor(({ clusters, portal }: Access): ReadonlyMap<string, readonly PlacedBinding[]> => {
  const found = new Map<string, PlacedBinding[]>();
  const add = (group: string, placed: PlacedBinding) => {
    const known = found.get(group);
    if (known === undefined) found.set(group, [placed]);
    else known.push(placed);
  };
  for (const [cluster, { state, grants }] of Object.entries(clusters)) {
    for (const [index, grant] of grants.entries()) {
      const at = ["clusters", cluster, "grants", index];
      const role = roleOf(grant);
      for (const { namespace } of bindingsOf({ state, grants: [grant] })) {
        const placed = { cluster, role, at, ...(namespace === undefined ? {} : { namespace }) };
        add(grant.group, placed);
      }
    }
  }
  for (const { cluster, groupAt: at, grant } of byChart(portal)) {
    for (const namespace of grant.namespaces ?? []) add(grant.group, { cluster, role: roleOf(grant), namespace, at });
  }
  return found;
});
