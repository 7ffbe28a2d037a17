import type { Cluster, Grant } from "../../config/schema/access";

/** What a role is for: a ClusterRole of the cluster, or a Role in one namespace. */
export interface RoleRef {
  readonly kind: "ClusterRole" | "Role";
  readonly name: string;
}

/** One RoleBinding or ClusterRoleBinding: what a grant means in one place. */
export interface Binding {
  /** Key of the group. */
  readonly group: string;
  readonly role: RoleRef;
  /**
   * The namespace that it holds in.
   *
   * @default - the whole cluster
   */
  readonly namespace?: string;
}

/** The bindings of a cluster: one a grant, or one for each of its namespaces; none on a cluster that is to be absent. */
export function bindingsOf({ grants, state }: Pick<Cluster, "grants" | "state">): Binding[] {
  if (state === "absent") return [];
  return grants.flatMap(({ group, namespaces, ...grant }): Binding[] => {
    const role = roleOf(grant);
    return namespaces?.map((namespace) => ({ group, role, namespace })) ?? [{ group, role }];
  });
}

/** The role that a grant names. */
export function roleOf({ clusterRole, role }: Pick<Grant, "clusterRole" | "role">): RoleRef {
  return role === undefined ? { kind: "ClusterRole", name: clusterRole ?? "" } : { kind: "Role", name: role };
}

/**
 * Name of the binding in Kubernetes, such as `entra:developers:clusterrole:edit`. A group's key holds no colon, so two
 * bindings of one place never share a name.
 */
export function bindingName({ group, role }: Binding): string {
  return `entra:${group}:${role.kind.toLowerCase()}:${role.name}`;
}

/** A grant in words, for messages: `grant of edit to "developers" in namespace "team-a" of cluster "prod"`. */
export function bindingInWords({ group, role, namespace }: Binding, cluster: string): string {
  const where = namespace === undefined ? "" : `in namespace "${namespace}" `;
  return `grant of ${role.kind} "${role.name}" to group "${group}" ${where}${where === "" ? "on" : "of"} cluster "${cluster}"`;
}
