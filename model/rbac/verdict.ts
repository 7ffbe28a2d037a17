import type { Access } from "../../config/schema/access";
import { own } from "../own";
import { groupsOf } from "../users/people";
import { bindingsOf } from "./binding";
import { rulesOf } from "./own-role";
import type { PolicyRule } from "./policy-rule";

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

/** Asking for a path of the API server that is no resource, such as `/metrics`. */
export interface UrlAction {
  /** HTTP method in lower case. */
  readonly verb: string;
  readonly url: string;
}

/** `unknown`: it hangs on a role whose rules only the cluster knows. */
export type Verdict = "yes" | "no" | "unknown";

/**
 * Whether a person may do something on a cluster, by the grants of the access file alone.
 *
 * @param person user principal name
 * @param cluster key of the cluster
 */
export function verdict(access: Access, person: string, cluster: string, action: Action | UrlAction): Verdict {
  const groups = groupsOf(access, person);
  const where = "url" in action ? undefined : action.namespace;
  const entry = own(access.clusters, cluster);
  const roles = (entry === undefined ? [] : bindingsOf(entry))
    .filter(({ group }) => groups.includes(group))
    .filter(({ namespace }) => namespace === undefined || namespace === where)
    .map(({ role }) => rulesOf(access, role));
  if (roles.some((rules) => rules?.some((rule) => allows(rule, action)))) return "yes";
  return roles.includes(undefined) ? "unknown" : "no";
}

/** Whether a rule allows an action: RuleAllows in k8s.io/kubernetes/plugin/pkg/auth/authorizer/rbac. */
export function allows(rule: PolicyRule, action: Action | UrlAction): boolean {
  if (!has(rule.verbs, action.verb)) return false;
  if ("url" in action) return rule.nonResourceURLs?.some((pattern) => matches(pattern, action.url)) ?? false;
  const { apiGroup = "", resource, name } = action;
  const { resourceNames = [] } = rule;
  const [, subresource] = resource.split("/");
  return (
    has(rule.apiGroups, apiGroup) &&
    (has(rule.resources, resource) || (subresource !== undefined && has(rule.resources, `*/${subresource}`))) &&
    (resourceNames.length === 0 || (name !== undefined && resourceNames.includes(name)))
  );
}

/** Whether a list of a rule covers a verb, an API group or a resource. */
export const has = (list: readonly string[] = [], wanted: string) => list.includes("*") || list.includes(wanted);

const matches = (pattern: string, url: string) =>
  pattern === url || (pattern.endsWith("*") && url.startsWith(pattern.replace(/\*+$/, "")));
