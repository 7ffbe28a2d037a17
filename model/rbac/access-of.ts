import type { Access, Grant } from "../../config/schema/access";
import { membershipsOn } from "../clusters/memberships-on";
import { membershipsOf } from "../users/people";
import { roleOf, type RoleRef } from "./binding";
import { presentGrants } from "./receivers";

/** A grant that somebody has by one of her groups. */
export interface HeldGrant {
  /** Key of the group that the grant names. */
  readonly group: string;
  /** Key of the group that lists the person: the same, or one that is in it at some depth. */
  readonly listedIn: string;
  readonly role: RoleRef;
  /**
   * Where it holds.
   *
   * @default - the whole cluster
   */
  readonly namespaces?: readonly string[];
  /** The grant's place in the file, such as `clusters`, `prod`, `grants`, 2. */
  readonly at: readonly (string | number)[];
}

/** What somebody may do on one cluster: what one of these grants allows. */
export interface HeldAccess {
  /** Key of the cluster. */
  readonly cluster: string;
  /** In the order of the file; empty where nothing is allowed. */
  readonly grants: readonly HeldGrant[];
}

/** What is read of an access file here. */
type Granting = Pick<Access, "clusters" | "groups" | "login">;

/**
 * What a person may do where, by the groups that the access file lists for her: on every cluster but those that are to be absent.
 *
 * @param person user principal name, or the mail address of a guest; in any case
 */
export function accessOf(access: Granting, person: string): HeldAccess[] {
  return accessBy(access, membershipsOf(access, person));
}

/**
 * What whoever is in these groups may do where.
 *
 * @param memberships the key of each group, to the key of the group that lists the person
 */
export function accessBy(access: Granting, memberships: ReadonlyMap<string, string>): HeldAccess[] {
  const { clusters } = access;
  const held = new Map<string, HeldGrant[]>();
  const seen = new Map<string, ReadonlyMap<string, string>>();
  for (const [cluster, { state }] of Object.entries(clusters)) {
    if (state !== "present") continue;
    held.set(cluster, []);
    seen.set(cluster, membershipsOn(access, cluster, memberships));
  }
  for (const { cluster, path, grant } of presentGrants<Grant>(clusters)) {
    const listedIn = seen.get(cluster)?.get(grant.group);
    if (listedIn === undefined) continue;
    const { group, namespaces } = grant;
    const where = namespaces === undefined ? {} : { namespaces };
    held.get(cluster)?.push({ group, listedIn, role: roleOf(grant), ...where, at: path });
  }
  return [...held].map(([cluster, grants]) => ({ cluster, grants }));
}
