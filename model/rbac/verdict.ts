import type { Access } from "../../config/schema/access";
import { own } from "../own";
import { accessOn } from "../clusters/access-on";
import { membershipsOf } from "../users/people";
import { roleOf, type RoleRef } from "./binding";
import { rulesOf } from "./own-role";
import type { PolicyRule } from "./policy-rule";
import { isWidened, mayBeAdded } from "./widened-roles";

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

/** A grant of one cluster that allows something, or whose role only the cluster knows. */
export interface DecidingGrant {
  /** Key of the group that the grant names. */
  readonly group: string;
  readonly role: RoleRef;
  /**
   * Where it holds.
   *
   * @default - the whole cluster
   */
  readonly namespaces?: readonly string[];
  /** The grant's place in the file. */
  readonly at: readonly (string | number)[];
  /**
   * The first rule of the role that allows it.
   *
   * @default - only the cluster knows the rules
   */
  readonly rule?: PolicyRule;
  /**
   * Kubernetes' own rules of the role do not allow it, and OpenShift may have added one that does.
   *
   * @default - it is not so
   */
  readonly widened?: true;
}

/**
 * The grants of a cluster by which somebody may do something, or may for all that the access file knows; in its order.
 *
 * @param cluster key of the cluster
 */
export function decidingGrants(
  access: Pick<Access, "clusters" | "roles">,
  cluster: string,
  action: Action | UrlAction,
): DecidingGrant[] {
  const entry = own(access.clusters, cluster);
  if (entry === undefined || entry.state === "absent") return [];
  return entry.grants.flatMap((grant, index): DecidingGrant[] => {
    const { group, namespaces } = grant;
    if (!holdsAt(namespaces, action)) return [];
    const role = roleOf(grant);
    const rules = rulesOf(access, role);
    const rule = rules?.find((one) => allows(one, action));
    const isOpen = rule === undefined && "resource" in action && isWidened(entry, role) && mayBeAdded(action);
    if (rules !== undefined && rule === undefined && !isOpen) return [];
    const where = namespaces === undefined ? {} : { namespaces };
    const by = rule === undefined ? (isOpen ? { widened: true as const } : {}) : { rule };
    return [{ group, role, ...where, at: ["clusters", cluster, "grants", index], ...by }];
  });
}

/** Whether a grant holds where somebody wants to do something: in every place, or in its namespaces alone. */
export function holdsAt(namespaces: readonly string[] | undefined, action: Action | UrlAction): boolean {
  if (namespaces === undefined) return true;
  return "resource" in action && action.namespace !== undefined && namespaces.includes(action.namespace);
}

/**
 * Whether a person may do something on a cluster, by the grants of the access file alone.
 *
 * @param person user principal name
 * @param cluster key of the cluster
 */
export function verdict(access: Access, person: string, cluster: string, action: Action | UrlAction): Verdict {
  const memberships = membershipsOf(accessOn(access, cluster), person);
  const grants = decidingGrants(access, cluster, action).filter(({ group }) => memberships.has(group));
  if (grants.some(({ rule }) => rule !== undefined)) return "yes";
  return grants.length > 0 ? "unknown" : "no";
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
