import { isDeepStrictEqual } from "node:util";
import type { Access, Cluster } from "../../config/schema/access";
import { own } from "../../model/own";

/** What becomes of an access file when only some stacks are deployed. */
interface Reached {
  readonly access: Access;
  /** What is left out of it, a sentence each. */
  readonly notes: readonly string[];
}

/** The later access file, with what these stacks do not change as it is in the earlier one. */
export function reachedBy(stacks: readonly string[], before: Access, after: Access): Reached {
  const later = Object.keys(after.clusters).filter((name) => !stacks.includes(`rbac-${name}`));
  const groups = stacks.includes("people") ? after.groups : groupsAsBefore(before, after);
  return {
    access: { ...after, groups, clusters: clustersAsBefore(before, after, stacks) },
    notes: [
      ...leftOut(before.clusters, after.clusters, later),
      ...(groups === after.groups || isDeepStrictEqual(before.groups, after.groups)
        ? []
        : ["people is not among these stacks: what the file changes in groups is not compared."]),
    ],
  };
}

/** An access file that grants nothing on these clusters. */
export function withoutGrants(access: Access, clusters: readonly string[]): Access {
  const bare = Object.entries(access.clusters).map(([name, cluster]): [string, Cluster] => [
    name,
    clusters.includes(name) ? { ...cluster, grants: [] } : cluster,
  ]);
  return { ...access, clusters: Object.fromEntries(bare) };
}

/** A group that is new has nobody in it yet. */
function groupsAsBefore(before: Access, after: Access): Access["groups"] {
  const kept = Object.entries(after.groups).map(([name, group]): [string, typeof group] => [
    name,
    own(before.groups, name) ?? ("members" in group ? { ...group, members: [] } : group),
  ]);
  return { ...before.groups, ...Object.fromEntries(kept) };
}

/** A cluster without a stack is as it was, one without that of its grants has those that it had. */
function clustersAsBefore(before: Access, after: Access, stacks: readonly string[]): Access["clusters"] {
  const clusters = Object.entries(after.clusters).flatMap(([name, cluster]): [string, Cluster][] => {
    if (stacks.includes(`rbac-${name}`)) return [[name, cluster]];
    const was = own(before.clusters, name);
    if (stacks.includes(`eks-${name}`)) return [[name, { ...cluster, grants: was?.grants ?? [] }]];
    return was === undefined ? [] : [[name, was]];
  });
  return Object.fromEntries(clusters);
}

function leftOut(before: Access["clusters"], after: Access["clusters"], names: readonly string[]): string[] {
  const differs = names.filter((name) => !isDeepStrictEqual(own(before, name), own(after, name)));
  if (differs.length === 0) return [];
  const are = differs.length === 1 ? "is" : "are";
  return [`${differs.join(", ")} ${are} not among these stacks: what the file changes there is not compared.`];
}
