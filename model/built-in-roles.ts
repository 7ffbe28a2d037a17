import rules from "./built-in-roles.json";
import type { RoleRef } from "./binding";

/** One rule of a role: rbac.authorization.k8s.io/v1 PolicyRule. */
export interface PolicyRule {
  readonly verbs: readonly string[];
  /** @default - the rule is not about resources */
  readonly apiGroups?: readonly string[];
  /** @default - the rule is not about resources */
  readonly resources?: readonly string[];
  /** @default - every object of the resources */
  readonly resourceNames?: readonly string[];
  /** @default - the rule is not about URLs */
  readonly nonResourceURLs?: readonly string[];
}

/** `cluster-admin`, `admin`, `edit` and `view` of Kubernetes 1.34, aggregated, as an API server gives them. */
const builtIn: ReadonlyMap<string, readonly PolicyRule[]> = new Map(Object.entries(rules));

/**
 * What a role allows.
 *
 * @returns `undefined` for a role that only the cluster knows
 */
export function rulesOf({ kind, name }: RoleRef): readonly PolicyRule[] | undefined {
  return kind === "ClusterRole" ? builtIn.get(name) : undefined;
}
