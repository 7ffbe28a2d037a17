import type { Cluster } from "../../config/schema/access";
import { isOpenShift } from "../clusters/distribution";
import type { RoleRef } from "./binding";
import { resourcesOf } from "./built-in-resources";

/** What somebody wants to do with a resource. */
interface Wanted {
  readonly verb: string;
  readonly resource: string;
  /** @default "" - the core group */
  readonly apiGroup?: string;
  /** @default - any object */
  readonly name?: string;
}

/**
 * ClusterRoles that OpenShift widens: it aggregates `system:openshift:aggregate-to-view`, `registry-viewer` and the like into them, and
 * its operators add theirs. github.com/openshift/openshift-apiserver, pkg/bootstrappolicy/policy.go
 *
 * Each has all of the one before, whatever was added to that one: Kubernetes aggregates `view` into `edit`, and `edit` into `admin`.
 * k8s.io/kubernetes/plugin/pkg/auth/authorizer/rbac/bootstrappolicy/policy.go
 */
const widened = ["view", "edit", "admin"] as const;

export type WidenedRole = (typeof widened)[number];

/** The role of Kubernetes that allows more on this cluster than Kubernetes says; `undefined` for any other role. */
export const widenedRole = (cluster: Cluster | undefined, { kind, name }: RoleRef): WidenedRole | undefined =>
  isOpenShift(cluster) && kind === "ClusterRole" ? widened.find((one) => one === name) : undefined;

/** Whether a role of Kubernetes allows more on this cluster than Kubernetes says. */
export const isWidened = (cluster: Cluster | undefined, role: RoleRef): boolean =>
  widenedRole(cluster, role) !== undefined;

/** Whether whatever OpenShift adds to one role is in another one too. */
export const hasAdded = (role: WidenedRole | undefined, other: WidenedRole): boolean =>
  role !== undefined && widened.indexOf(role) >= widened.indexOf(other);

/** The one that has all of the others. */
export const widestOf = (roles: readonly WidenedRole[]): WidenedRole | undefined =>
  widened.findLast((one) => roles.includes(one));

/**
 * Whether it may be this that OpenShift adds. All that openshift-apiserver and the operators add is for resources that Kubernetes
 * itself does not have, such as `routes`, also in the core group. Only the Operator Lifecycle Manager adds something else, a
 * CustomResourceDefinition by its name: github.com/operator-framework/operator-lifecycle-manager,
 * pkg/controller/operators/olm/operatorgroup.go
 */
export function mayBeAdded({ verb, apiGroup = "", resource, name }: Wanted): boolean {
  const [type] = resource.split("/");
  if (apiGroup === "apiextensions.k8s.io" && type === "customresourcedefinitions") {
    return verb === "get" && name !== undefined;
  }
  // Only who may do everything may do this.
  if (apiGroup === "*") return false;
  // Kubernetes served this group until 1.21, and its own roles still name it.
  if (apiGroup === "extensions") return false;
  const known = resourcesOf(apiGroup);
  return known === undefined || (type !== "*" && !known.some((one) => one.split("/")[0] === type));
}
