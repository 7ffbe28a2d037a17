import type { Access, Grant } from "../../config/schema/access";
import { presentClusters } from "../clusters/present-clusters";
import { assignsGroups } from "../login/login";
import { own } from "../own";
import { withGroupsAround } from "../users/people";
import { roleOf, type RoleRef } from "./binding";
import { covers, everything } from "./covered-rules";
import { rulesOf } from "./own-role";

/** A grant that changes nothing: others give all of it to the same people. */
export interface SwallowedGrant {
  /** Its place in the file. */
  readonly path: readonly (string | number)[];
  readonly grant: Grant;
  /** Those that give it: one, or one for each of its namespaces. */
  readonly by: readonly PlacedGrant[];
}

interface PlacedGrant {
  readonly path: readonly (string | number)[];
  readonly grant: Grant;
}

/** The same, with what is asked of it often. */
interface Candidate extends PlacedGrant {
  readonly role: RoleRef;
  /** The role as a text. */
  readonly roleId: string;
}

type Granting = Pick<Access, "clusters" | "groups" | "login" | "roles" | "portal">;

/**
 * The grants that could go, all of them together, and nobody would lose anything, in the order of the file. Of two that give
 * the same, the later one.
 */
export function swallowedGrants(access: Granting): SwallowedGrant[] {
  const isCovered = coverage(access);
  const around = groupsAround(access);
  return presentClusters(access).flatMap(([cluster, { grants }]) => {
    const placed = grants.map((grant, index): Candidate => {
      const role = roleOf(grant);
      return { path: ["clusters", cluster, "grants", index], grant, role, roleId: JSON.stringify(role) };
    });
    const kept = new KeptGrants(placed);
    const gone = placed.toReversed().filter((one) => {
      kept.delete(one);
      const goes = swallowers(one, kept, around(cluster, one.grant.group), isCovered) !== undefined;
      if (!goes) kept.add(one);
      return goes;
    });
    return gone.toReversed().flatMap((one): SwallowedGrant[] => {
      const by = swallowers(one, kept, around(cluster, one.grant.group), isCovered);
      return by === undefined ? [] : [{ ...one, by }];
    });
  });
}

/** The grants of a cluster that stay, by group and place; `null` is the whole cluster. */
class KeptGrants {
  private readonly groups = new Map<string, Map<string | null, Set<Candidate>>>();

  constructor(grants: readonly Candidate[]) {
    for (const one of grants) this.add(one);
  }

  add(one: Candidate): void {
    const places = this.groups.get(one.grant.group) ?? new Map<string | null, Set<Candidate>>();
    this.groups.set(one.grant.group, places);
    for (const place of placesOf(one.grant)) places.set(place, (places.get(place) ?? new Set()).add(one));
  }

  delete(one: Candidate): void {
    const places = this.groups.get(one.grant.group);
    for (const place of placesOf(one.grant)) places?.get(place)?.delete(one);
  }

  /** Those of a group that hold in a place: on the whole cluster first. */
  *in(group: string, place: string | null): Iterable<Candidate> {
    const places = this.groups.get(group);
    yield* places?.get(null) ?? [];
    if (place !== null) yield* places?.get(place) ?? [];
  }
}

const placesOf = ({ namespaces }: Grant): readonly (string | null)[] => namespaces ?? [null];

/** The kept grants that give a grant in each of its places; `undefined` if one place is without. */
function swallowers(
  one: Candidate,
  kept: KeptGrants,
  groups: readonly string[],
  isCovered: Coverage,
): readonly PlacedGrant[] | undefined {
  const found = new Set<PlacedGrant>();
  const inPlace = (place: string | null) => {
    for (const group of groups) for (const by of kept.in(group, place)) if (isCovered(one, by, place)) return by;
    return undefined;
  };
  for (const place of placesOf(one.grant)) {
    const by = inPlace(place);
    if (by === undefined) return undefined;
    found.add(by);
  }
  return [...found];
}

/**
 * A group and those that it is in, whose grants its members have too. The group alone where its own grant does more: it is
 * what assigns the group to the application, or what the portal asks for.
 */
function groupsAround(access: Granting): (cluster: string, group: string) => readonly string[] {
  const { login, portal } = access;
  const ofPortal = new Set(Object.values(portal?.groups ?? {}));
  const known = new Map<string, readonly string[]>();
  return (cluster, group) => {
    if (assignsGroups(login) || (cluster === portal?.cluster && ofPortal.has(group))) return [group];
    const groups = known.get(group) ?? [...withGroupsAround(access, [group]).keys()];
    known.set(group, groups);
    return groups;
  };
}

/** Roles that operators add rules to; each has all of the one before it: kubernetes.io/docs/reference/access-authn-authz/rbac, "Aggregated ClusterRoles". */
const aggregated: readonly string[] = ["view", "edit", "admin"];

/** Whether a grant's role gives, in a place, all that another one's does. */
type Coverage = (one: Candidate, by: Candidate, place: string | null) => boolean;

/** Each pair of roles is compared once. */
function coverage(access: Granting): Coverage {
  const known = new Map<string, boolean>();
  return (one, by, place) => {
    const where = place === null ? "cluster" : "namespaces";
    const key = `${one.roleId}${by.roleId}${where}`;
    const covered = known.get(key) ?? isRoleCovered(access, one.role, by.role, where);
    known.set(key, covered);
    return covered;
  };
}

function isRoleCovered(access: Granting, role: RoleRef, by: RoleRef, where: "cluster" | "namespaces"): boolean {
  if (role.kind === by.kind && role.name === by.name) return true;
  const [lower, upper] = [role, by].map(({ name }) => aggregated.indexOf(name));
  if (lower !== undefined && upper !== undefined && lower >= 0 && upper > lower) return true;
  const wide = rulesOf(access, by);
  if (wide === undefined) return false;
  // What only the cluster knows may be anything, and what Kubernetes has built in grows with versions and operators.
  const narrow = own(access.roles, role.name) === undefined ? undefined : rulesOf(access, role);
  return covers(wide, narrow ?? everything, where);
}
