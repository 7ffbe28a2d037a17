import { builtInRules } from "./built-in-roles";
import type { PolicyRule } from "./policy-rule";
import { allows, type Action, type UrlAction } from "./verdict";

/** A rule, with the built-in ClusterRole that has it. */
export interface EverybodysRule {
  /** Name of the ClusterRole. */
  readonly clusterRole: string;
  readonly rule: PolicyRule;
}

/** What Kubernetes itself binds to everybody who is signed in: kubernetes.io/docs/reference/access-authn-authz/rbac, "API discovery roles". */
export const everybodys: readonly EverybodysRule[] = [
  "system:basic-user",
  "system:discovery",
  "system:public-info-viewer",
].flatMap((clusterRole) => (builtInRules(clusterRole) ?? []).map((rule) => ({ clusterRole, rule })));

/** The rule by which everybody who is signed in may do something; `undefined` if not everybody may. */
export const everybodysRule = (action: Action | UrlAction): EverybodysRule | undefined =>
  everybodys.find(({ rule }) => allows(rule, action));
