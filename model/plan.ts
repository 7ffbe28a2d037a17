import type { Access } from "../config/schema/access";
import { ofKind } from "./clusters/of-kind";
import { presentClusters } from "./clusters/present-clusters";
import { bindingsOf } from "./rbac/binding";
import { ownRolesOf } from "./rbac/own-role";
import { createdPeople } from "./users/account";
import { peopleOf } from "./users/people";

/** How much an access file makes. */
export interface Plan {
  readonly groups: number;
  /** Groups that others keep. */
  readonly existingGroups: number;
  /** Everybody who is listed in a group. */
  readonly people: number;
  readonly invitations: number;
  readonly newPeople: number;
  readonly clusters: number;
  /** Web applications beside the portal. */
  readonly clients: number;
  readonly associations: number;
  /** ClusterRoles, and Roles in each of their namespaces. */
  readonly roles: number;
  readonly bindings: number;
}

export function planOf(access: Access): Plan {
  const clusters = presentClusters(access).map(([, cluster]) => cluster);
  const groups = Object.values(access.groups);
  const existingGroups = groups.filter(({ existing }) => existing !== undefined).length;
  return {
    groups: groups.length - existingGroups,
    existingGroups,
    people: peopleOf(access).length,
    invitations: access.guests.length,
    newPeople: createdPeople(access).length,
    clusters: clusters.length,
    clients: Object.keys(access.clients).length,
    associations: clusters.filter((cluster) => ofKind(cluster, "eks")?.associate === true).length,
    roles: clusters.flatMap((cluster) => ownRolesOf(access, cluster)).length,
    bindings: clusters.flatMap(bindingsOf).length,
  };
}
