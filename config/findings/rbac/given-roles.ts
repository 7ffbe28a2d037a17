import { onceFor } from "../../../model/once-for";
import { presentGrants } from "../../../model/rbac/receivers";
import { systemNamespace, type GrantedRole } from "../../../model/rbac/role-dangers";
import { strongGrants } from "../../../model/rbac/strong-grants";
import type { Path } from "../../mistake";
import type { Access } from "../../schema/access";
import { firstFew } from "../../text/first-few";

/** A role that a group has on a cluster, by however many grants. */
export interface GivenRole {
  /** Key of the group. */
  readonly group: string;
  readonly name: string;
  /** Whether it is an entry under `roles`. */
  readonly isOwn: boolean;
  /** All grants in one: the whole cluster if one of them is on it, else every namespace. */
  readonly grant: Omit<GrantedRole, "namespaces"> & { readonly namespaces?: readonly string[] | undefined };
  /** Where the file names the role in the widest of the grants. */
  readonly path: Path;
  /** Who grants it, if it is not the file: goes on from the role. */
  readonly by: string;
}

/** Each role of each group on each cluster once, in the order of the file; then what the portal's chart gives. */
export const givenRoles = onceFor((access: Access): readonly GivenRole[] => {
  const given = new Map<string, GivenRole>();
  for (const { cluster, path, grant } of presentGrants(access.clusters)) {
    const { group, clusterRole, role, namespaces } = grant;
    const key = JSON.stringify([cluster, group, clusterRole, role]);
    const one = roleOf(access, { group, grant, path: [...path, role === undefined ? "clusterRole" : "role"], by: "" });
    const known = given.get(key);
    given.set(key, known === undefined ? one : together(known, one, namespaces));
  }
  const charted = strongGrants(access, "cluster-admin").filter(({ by }) => by !== "");
  return [
    ...given.values(),
    ...charted.map(({ grant, groupAt, by }) => roleOf(access, { group: grant.group, grant, path: groupAt, by })),
  ];
});

function roleOf({ roles }: Access, given: Omit<GivenRole, "name" | "isOwn">): GivenRole {
  const name = given.grant.clusterRole ?? given.grant.role ?? "";
  return { ...given, name, isOwn: Object.hasOwn(roles, name) };
}

function together(known: GivenRole, one: GivenRole, namespaces: readonly string[] | undefined): GivenRole {
  const before = known.grant.namespaces;
  if (before === undefined) return known;
  if (namespaces === undefined) return one;
  const isWider = !before.includes(systemNamespace) && namespaces.includes(systemNamespace);
  const grant = { ...known.grant, namespaces: [...new Set([...before, ...namespaces])] };
  return { ...known, grant, path: isWider ? one.path : known.path };
}

/** Where it holds: goes on from what is given. */
export function whereInWords({ grant: { namespaces } }: GivenRole): string {
  return namespaces === undefined ? "on the whole cluster" : `in ${firstFew(namespaces)}`;
}
