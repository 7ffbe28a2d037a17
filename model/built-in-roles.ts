import rules from "./kubernetes-roles.json";
import type { PolicyRule } from "./policy-rule";

/** Every ClusterRole that Kubernetes 1.34 has before anybody makes one, aggregated, as an API server gives them. */
const builtIn: ReadonlyMap<string, readonly PolicyRule[]> = new Map<string, readonly PolicyRule[]>(
  Object.entries(rules),
);

/** `cluster-admin`, `admin`, `edit`, `view` and those that begin with `system:`. */
export const builtInRoles: readonly string[] = [...builtIn.keys()];

/**
 * What a ClusterRole that Kubernetes has built in allows.
 *
 * @returns `undefined` for any other role
 */
export function builtInRules(clusterRole: string): readonly PolicyRule[] | undefined {
  return builtIn.get(clusterRole);
}
