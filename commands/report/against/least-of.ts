import type { Path } from "../../../config/mistake";
import type { Access, Cluster } from "../../../config/schema/access";
import { kinds } from "../../../config/schema/clusters/kinds";
import { ownIn } from "../../../model/own";

/** What of a group only adds to what its people may do, or says nothing of that. */
const addingToGroup = ["members", "groups", "description", "displayName", "owners", "protected"];

/**
 * What is left out with something that cannot be read. It may narrow what is around it: without it, an earlier grant in one
 * namespace would be one on the whole cluster, and would hide what somebody gains.
 */
export function wholeOf(path: Path): Path {
  const [room, , inside, index] = path;
  const isItem = typeof index === "number";
  switch (room) {
    case "clusters":
      if (inside === "grants") return path.slice(0, isItem ? 4 : 3);
      return kinds.some((kind) => kind === inside) && path.length > 3 ? path : path.slice(0, 2);
    case "roles":
      return path.slice(0, inside === "rules" && isItem ? 4 : 2);
    case "groups":
      return addingToGroup.includes(String(inside)) ? path : path.slice(0, 2);
    case "users":
      return path.slice(0, 2);
    default:
      return path;
  }
}

/** The clusters of no kind, or of two: nobody knows which cluster is meant. */
export function ofNoKind(value: unknown): Path[] {
  const clusters = ownIn(value, "clusters");
  if (typeof clusters !== "object" || clusters === null) return [];
  return Object.entries(clusters).flatMap(([key, cluster]: [string, unknown]) => {
    if (typeof cluster !== "object" || cluster === null) return [];
    return kinds.filter((kind) => kind in cluster).length === 1 ? [] : [["clusters", key]];
  });
}

/** Takes away what hangs on something that was left out: grants of a role, what a person has, and who may sign in. */
export function withLess(access: Access, leftOut: readonly Path[]): Access {
  const of = (room: string) =>
    new Set(leftOut.flatMap(([first, key, ...inside]) => (first === room && inside.length === 0 ? [String(key)] : [])));
  const [roles, people] = [of("roles"), new Set([...of("users")].map((name) => name.toLowerCase()))];
  const isLess = leftOut.some(([room]) => room === "login");
  const clusters = Object.entries(access.clusters).map(([key, cluster]): [string, Cluster] => [
    key,
    { ...cluster, grants: cluster.grants.filter(({ clusterRole, role }) => !roles.has(role ?? clusterRole ?? "")) },
  ]);
  const groups = Object.entries(access.groups).map(
    ([key, group]) => [key, { ...group, members: group.members.filter((member) => !people.has(member)) }] as const,
  );
  const { login } = access;
  return {
    ...access,
    clusters: Object.fromEntries(clusters),
    groups: Object.fromEntries(groups),
    login: isLess ? { ...login, assignment: "required", groups: { ...login.groups, emit: "assigned" } } : login,
  };
}
