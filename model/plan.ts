import type { Access } from "../config/schema/access";
import { bindingsOf } from "./binding";
import { ownRolesOf } from "./own-role";
import { peopleOf } from "./people";
import { presentClusters } from "./present-clusters";

/** How much an access file makes. */
export interface Plan {
  readonly groups: number;
  readonly people: number;
  readonly clusters: number;
  readonly associations: number;
  /** ClusterRoles, and Roles in each of their namespaces. */
  readonly roles: number;
  readonly bindings: number;
}

export function planOf(access: Access): Plan {
  const clusters = presentClusters(access).map(([, cluster]) => cluster);
  return {
    groups: Object.keys(access.groups).length,
    people: peopleOf(access).length,
    clusters: clusters.length,
    associations: clusters.filter(({ associate }) => associate).length,
    roles: clusters.flatMap((cluster) => ownRolesOf(access, cluster)).length,
    bindings: clusters.flatMap(bindingsOf).length,
  };
}
