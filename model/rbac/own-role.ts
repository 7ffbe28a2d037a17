import type { Access, Cluster } from "../../config/schema/access";
import { own } from "../own";
import { bindingsOf, type Binding, type RoleRef } from "./binding";
import { builtInRules } from "./built-in-roles";
import type { PolicyRule } from "./policy-rule";

/** A ClusterRole of a cluster, or a Role in one namespace, that is made of an entry under `roles`. */
export interface OwnRole extends RoleRef {
  readonly rules: readonly PolicyRule[];
  /**
   * The namespace that it stands in.
   *
   * @default - the whole cluster: a ClusterRole
   */
  readonly namespace?: string;
}

/** The roles that a cluster's grants need and that are made for them: each once, however many grants name it. */
export function ownRolesOf({ roles }: Pick<Access, "roles">, cluster: Pick<Cluster, "grants" | "state">): OwnRole[] {
  const made = bindingsOf(cluster).flatMap(({ role: { kind, name }, namespace }): OwnRole[] => {
    const role = own(roles, name);
    if (role === undefined || role.existing) return [];
    if (kind === "ClusterRole") return [{ kind, name, rules: role.rules }];
    return namespace === undefined ? [] : [{ kind, name, rules: role.rules, namespace }];
  });
  const first = new Map<string, OwnRole>();
  for (const role of made) {
    const one = JSON.stringify([role.kind, role.name, role.namespace ?? null]);
    if (!first.has(one)) first.set(one, role);
  }
  return [...first.values()];
}

/** Whether a binding needs this role. */
export function isNeededBy({ kind, name, namespace }: OwnRole, binding: Binding): boolean {
  const { role } = binding;
  return kind === role.kind && name === role.name && (namespace === undefined || namespace === binding.namespace);
}

/**
 * What a role allows.
 *
 * @returns `undefined` for a role that only the cluster knows
 */
export function rulesOf({ roles }: Pick<Access, "roles">, { kind, name }: RoleRef): readonly PolicyRule[] | undefined {
  const role = own(roles, name);
  if (role !== undefined) return role.existing ? undefined : role.rules;
  return kind === "ClusterRole" ? builtInRules(name) : undefined;
}
