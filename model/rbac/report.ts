import type { Access } from "../../config/schema/access";
import { accessOn, clusterSeeingMost } from "../clusters/access-on";
import { membershipsOn } from "../clusters/memberships-on";
import { presentClusters } from "../clusters/present-clusters";
import { grouped } from "../grouped";
import { everybodyOf, isGuest, membershipsOf, withGroupsAround } from "../users/people";
import { roleOf, type RoleRef } from "./binding";
import { levelOf, type Level } from "./level";
import { signInOn, type SignIn } from "./sign-in";

/** One grant of the file. */
export interface ReportGrant {
  /** Key of the cluster. */
  readonly cluster: string;
  /** Key of the group. */
  readonly group: string;
  readonly role: RoleRef;
  /**
   * Where it holds.
   *
   * @default - the whole cluster
   */
  readonly namespaces?: readonly string[];
  readonly level: Level;
  /** Its place in the file, such as `clusters`, `prod`, `grants`, 2. */
  readonly at: readonly (string | number)[];
}

/** A grant that somebody has. */
export interface ReportHolding {
  readonly grant: ReportGrant;
  /** Key of the group that lists the holder: the one that the grant names, or one that is in it at some depth. */
  readonly listedIn: string;
}

/**
 * Somebody who may hold something: a person of the file, or whoever else is in a group of which Entra knows more members than
 * the file. `existing`: others keep the group. `rule`: Entra chooses its members.
 */
export interface ReportHolder {
  /** A person's name as the file has it, in lower case; or the key of a group. */
  readonly name: string;
  readonly kind: "person" | "guest" | "existing" | "rule";
  /** In the order of the file. */
  readonly held: readonly ReportHolding[];
  /** By the key of a cluster on which something is held: why it does not let the person in. */
  readonly refused: ReadonlyMap<string, string>;
  /** The same: why it lets the person in without groups, so that none of it applies there. */
  readonly withoutGroups: ReadonlyMap<string, string>;
}

/** Who may do what where, by the access file alone. */
export interface Report {
  /** Keys of the clusters that are present, in the order of the file. */
  readonly clusters: readonly string[];
  /** In the order of the file. */
  readonly grants: readonly ReportGrant[];
  /** People by name, those too who hold nothing; then groups in the order of the file. */
  readonly holders: readonly ReportHolder[];
}

/** The whole of who may do what. */
export function reportOf(access: Access): Report {
  const clusters = presentClusters(access);
  const grants = clusters.flatMap(([cluster, entry]) =>
    entry.grants.map((grant, index): ReportGrant => {
      const { group, namespaces } = grant;
      const where = namespaces === undefined ? {} : { namespaces };
      const at = ["clusters", cluster, "grants", index];
      return { cluster, group, role: roleOf(grant), ...where, level: levelOf(access, grant), at };
    }),
  );
  const holdings = holdingsOf(access, grants);
  return {
    clusters: clusters.map(([key]) => key),
    grants,
    holders: [...peopleIn(access, holdings), ...groupsIn(access, holdings)],
  };
}

/** What whoever is in these groups holds. */
type Holdings = (memberships: ReadonlyMap<string, string>) => ReportHolding[];

function holdingsOf(access: Access, grants: readonly ReportGrant[]): Holdings {
  const most = clusterSeeingMost(access);
  const byGroup = grouped(grants, ({ group }) => group);
  const orders = new Map(grants.map((grant, order) => [grant, order]));
  const orderOf = ({ grant }: ReportHolding) => orders.get(grant) ?? 0;
  return (memberships) => {
    const nested = membershipsOn(access, most, memberships);
    const held = [...nested].flatMap(([group, around]) =>
      (byGroup.get(group) ?? []).flatMap((grant): ReportHolding[] => {
        const listedIn = accessOn(access, grant.cluster) === access ? memberships.get(group) : around;
        return listedIn === undefined ? [] : [{ grant, listedIn }];
      }),
    );
    // Those of one group are in order.
    return nested.size < 2 ? held : held.sort((one, other) => orderOf(one) - orderOf(other));
  };
}

function peopleIn(access: Access, holdings: Holdings): ReportHolder[] {
  return everybodyOf(access).map((person) => {
    const held = holdings(membershipsOf(access, person));
    const clusters = [...new Set(held.map(({ grant }) => grant.cluster))];
    const signIns = clusters.map((cluster) => [cluster, signInOn({ access, cluster }, person)] as const);
    const why = (taken: SignIn["taken"]) =>
      new Map(signIns.flatMap(([key, one]) => (one.taken === taken && "reason" in one ? [[key, one.reason]] : [])));
    const kind = isGuest(access, person) ? "guest" : "person";
    return { name: person, kind, held, refused: why("refused"), withoutGroups: why("without groups") };
  });
}

function groupsIn(access: Access, holdings: Holdings): ReportHolder[] {
  return Object.entries(access.groups).flatMap(([key, { existing, rule }]): ReportHolder[] => {
    if (existing === undefined && rule === undefined) return [];
    const held = holdings(withGroupsAround(access, [key]));
    if (held.length === 0) return [];
    return [
      {
        name: key,
        kind: existing === undefined ? "rule" : "existing",
        held,
        refused: new Map(),
        withoutGroups: new Map(),
      },
    ];
  });
}
