import served from "./kubernetes-resources.json";

/** What kube-apiserver 1.34 serves itself: by API group, each resource and `resource/subresource`. */
export const builtInResources: Readonly<Record<string, readonly string[]>> = served;

const builtIn: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(builtInResources));

/** What RBAC is asked about although no URL serves it, by API group. */
const askedOnly: Readonly<Record<string, readonly string[]>> = {
  "": [
    // The kubelet asks about its own URLs: k8s.io/kubernetes/pkg/kubelet/server/auth.go
    ...["checkpoint", "configz", "healthz", "log", "metrics", "pods", "stats", "statusz"].map((url) => `nodes/${url}`),
    // Impersonation: k8s.io/apiserver/pkg/endpoints/filters/impersonation.go
    "users",
    "groups",
  ],
  "authentication.k8s.io": ["uids", "userextras"],
  // Signers: k8s.io/kubernetes/pkg/certauthorization, and the certificate-controller's own approvals
  "certificates.k8s.io": [
    "signers",
    "certificatesigningrequests/nodeclient",
    "certificatesigningrequests/selfnodeclient",
  ],
};

/** The API groups that Kubernetes has without any extension; "" is the core group. */
export const builtInGroups: readonly string[] = [...builtIn.keys()];

/**
 * The resources of an API group, as a rule of a role may name them.
 *
 * @returns `undefined` for a group that only some clusters have
 */
export function resourcesOf(group: string): readonly string[] | undefined {
  const resources = builtIn.get(group);
  return resources && [...resources, ...(askedOnly[group] ?? [])];
}

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
