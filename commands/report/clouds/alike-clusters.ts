import { isDeepStrictEqual } from "node:util";
import type { Access, Cluster } from "../../../config/schema/access";
import { presentClusters } from "../../../model/clusters/present-clusters";
import { assignsGroups } from "../../../model/login/login";
import { own } from "../../../model/own";
import { grantedGroups } from "../../../model/rbac/grant";

/** What every cluster's stacks are made of, beside its entry and its groups. */
const settings = ["tenant", "login", "roles", "allow", "backend", "terraform", "directory"] as const;

/**
 * Clusters of which nothing can change between two access files, so that their stacks need not be written to be compared:
 * most of what a large file makes. None if an entry is read by another stack too.
 */
export function alikeClusters(before: Access, after: Access): string[] {
  if (settings.some((key) => !isDeepStrictEqual(before[key], after[key]))) return [];
  const isAlike = ([name, cluster]: readonly [string, Cluster]) =>
    ![before, after].some(({ portal, clients }) =>
      [portal, ...Object.values(clients)].some((one) => one?.cluster === name),
    ) &&
    isDeepStrictEqual(cluster, own(before.clusters, name)) &&
    grantedGroups([cluster]).every((key) => isDeepStrictEqual(identityOf(before, key), identityOf(after, key)));
  return Object.entries(after.clusters)
    .filter(isAlike)
    .map(([name]) => name);
}

/** The same access file without these clusters; where groups are assigned that any cluster grants something, one present cluster stands for all of them. */
export function withoutClusters(access: Access, names: readonly string[]): Access {
  const isLeft = ([name]: readonly [string, Cluster]) => names.includes(name);
  const clusters = Object.entries(access.clusters);
  const others = clusters.filter((entry) => !isLeft(entry));
  // An absent one grants nothing, so it neither stands for others nor adds to them.
  const present = presentClusters(access).filter(isLeft);
  const [first, ...rest] = assignsGroups(access.login) ? present : [];
  if (first === undefined) return { ...access, clusters: Object.fromEntries(others) };
  const [name, cluster] = first;
  const grants = [cluster, ...rest.map(([, other]) => other)].flatMap((one) => one.grants);
  const ofGroups = new Map(grants.map((grant) => [grant.group, grant]));
  return {
    ...access,
    clusters: Object.fromEntries([...others, [name, { ...cluster, grants: [...ofGroups.values()] }]]),
  };
}

/** All of a group that its object ID and its bindings follow from: not who is in it, and who owns it. */
function identityOf({ groups }: Access, key: string) {
  const { displayName, existing, protected: isProtected, rule } = own(groups, key) ?? {};
  return { displayName, existing, isProtected, isRuled: rule !== undefined };
}
