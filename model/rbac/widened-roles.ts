import type { Cluster } from "../../config/schema/access";
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
 */
const widened: ReadonlySet<string> = new Set(["view", "edit", "admin"]);

/** Whether a role of Kubernetes allows more on this cluster than Kubernetes says. */
export const isWidened = (cluster: Pick<Cluster, "openshift">, { kind, name }: RoleRef): boolean =>
  cluster.openshift !== undefined && kind === "ClusterRole" && widened.has(name);

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
  const known = resourcesOf(apiGroup);
  return known === undefined || (type !== "*" && !known.some((one) => one.split("/")[0] === type));
}
