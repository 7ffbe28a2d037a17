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

/** Roles that begin with `system:` and are of use to people, each with what it is; all others are of Kubernetes' own components. */
export const systemRolesForPeople: ReadonlyMap<string, string> = new Map([
  ["system:basic-user", "asks what the person may do: everybody who is signed in has it"],
  ["system:discovery", "asks what the API server serves: everybody who is signed in has it"],
  ["system:public-info-viewer", "asks for health and version: everybody has it"],
  ["system:service-account-issuer-discovery", "reads the public keys of service accounts' tokens"],
  ["system:monitoring", "reads metrics and health"],
]);
