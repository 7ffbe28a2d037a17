import { own } from "../own";
import served from "./kubernetes-resources.json";

/** The resources of one API group, with those behind a slash. */
export interface GroupResources {
  readonly namespaced: readonly string[];
  /** In no namespace. */
  readonly cluster: readonly string[];
}

/** What kube-apiserver 1.34 serves itself, by API group. */
export const builtInResources: Readonly<Record<string, GroupResources>> = served;

const builtIn: ReadonlyMap<string, GroupResources> = new Map(Object.entries(builtInResources));

/** What RBAC is asked about although no URL serves it, in no namespace, by API group. */
const askedOnly: Readonly<Record<string, readonly string[]>> = {
  "": [
    // The kubelet asks about its own URLs: k8s.io/kubernetes/pkg/kubelet/server/auth.go
    ...["checkpoint", "configz", "healthz", "log", "metrics", "pods", "stats", "statusz"].map((url) => `nodes/${url}`),
    // Impersonation: k8s.io/apiserver/pkg/endpoints/filters/impersonation.go
    "users",
    "groups",
  ],
  // Constrained impersonation asks about all of them here: kubernetes.io/docs/reference/access-authn-authz/user-impersonation
  "authentication.k8s.io": ["uids", "userextras", "users", "groups", "nodes"],
  // Signers: k8s.io/kubernetes/pkg/certauthorization, and the certificate-controller's own approvals
  "certificates.k8s.io": [
    "signers",
    "certificatesigningrequests/nodeclient",
    "certificatesigningrequests/selfnodeclient",
  ],
};

/** The same in namespaces. */
const askedInNamespaces: Readonly<Record<string, readonly string[]>> = { "authentication.k8s.io": ["serviceaccounts"] };

/** The API groups that Kubernetes has without any extension; "" is the core group. */
export const builtInGroups: readonly string[] = [...builtIn.keys()];

const named: ReadonlyMap<string, readonly string[]> = new Map(
  [...builtIn].map(([group, { namespaced, cluster }]) => [
    group,
    [...namespaced, ...cluster, ...(own(askedOnly, group) ?? []), ...(own(askedInNamespaces, group) ?? [])],
  ]),
);

/**
 * The resources of an API group, as a rule of a role may name them.
 *
 * @returns `undefined` for a group that only some clusters have
 */
export const resourcesOf = (group: string): readonly string[] | undefined => named.get(group);

/** Whether a rule that names this resource can ever hold in an API group of Kubernetes itself. */
export function isResourceOf(group: string, resource: string): boolean {
  const known = resourcesOf(group) ?? [];
  const [name = "", subresource, ...more] = resource.split("/");
  if (more.length > 0) return false;
  // Owner references ask about finalizers of anything: k8s.io/kubernetes/plugin/pkg/admission/gc. Keys of userextras are free.
  if (subresource === "finalizers" || name === "userextras") return name === "*" || known.includes(name);
  if (name === "*") return known.some((one) => one.endsWith(`/${subresource ?? ""}`));
  return known.includes(resource);
}

/** Whether a resource is in no namespace, so that what is granted in one never covers it. */
export function isOfCluster(group: string, resource: string): boolean {
  const [name = ""] = resource.split("/");
  // A request about one namespace counts as made in it: k8s.io/apiserver/pkg/endpoints/request.
  if (group === "" && name === "namespaces") return false;
  return [...(builtIn.get(group)?.cluster ?? []), ...(own(askedOnly, group) ?? [])].some(
    (one) => one.split("/")[0] === name,
  );
}
