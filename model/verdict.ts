import type { Access } from "../config/schema/access";
import { bindingsOf } from "./binding";
import { rulesOf, type PolicyRule } from "./built-in-roles";
import { groupsOf } from "./people";

/** What somebody wants to do, as a SelfSubjectAccessReview asks it. */
export interface Action {
  readonly verb: string;
  /** Resource, with its subresource behind a slash: `pods`, `pods/log`. */
  readonly resource: string;
  /**
   * API group of the resource.
   *
   * @default "" - the core group
   */
  readonly apiGroup?: string;
  /**
   * Where.
   *
   * @default - in every namespace, or on a resource without one
   */
  readonly namespace?: string;
  /**
   * Which object.
   *
   * @default - any
   */
  readonly name?: string;
}

/** `unknown`: it hangs on a role whose rules only the cluster knows. */
export type Verdict = "yes" | "no" | "unknown";

/**
 * Whether a person may do something on a cluster, by the grants of the access file alone.
 *
 * @param person user principal name
 * @param cluster key of the cluster
 */
export function verdict(access: Access, person: string, cluster: string, action: Action): Verdict {
  const groups = groupsOf(access, person);
  const entry = access.clusters[cluster];
  const roles = (entry === undefined ? [] : bindingsOf(entry))
    .filter(({ group }) => groups.includes(group))
    .filter(({ namespace }) => namespace === undefined || namespace === action.namespace)
    .map(({ role }) => rulesOf(role));
  if (roles.some((rules) => rules?.some((rule) => allows(rule, action)))) return "yes";
  return roles.includes(undefined) ? "unknown" : "no";
}

/** Whether a rule allows an action: RuleAllows in k8s.io/kubernetes/plugin/pkg/auth/authorizer/rbac. */
export function allows(rule: PolicyRule, { verb, apiGroup = "", resource, name }: Action): boolean {
  const has = (list: readonly string[] | undefined, ...wanted: readonly string[]) =>
    ["*", ...wanted].some((item) => list?.includes(item));
  const [, subresource] = resource.split("/");
  return (
    has(rule.verbs, verb) &&
    has(rule.apiGroups, apiGroup) &&
    has(rule.resources, resource, ...(subresource === undefined ? [] : [`*/${subresource}`])) &&
    (rule.resourceNames === undefined || (name !== undefined && rule.resourceNames.includes(name)))
  );
}
