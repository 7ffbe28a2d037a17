import { kubectl } from "./admin-kubectl";

interface KubernetesObject {
  readonly kind: string;
  readonly metadata: Readonly<Record<string, unknown>> & {
    readonly name: string;
    readonly labels?: Readonly<Record<string, string>>;
  };
}

const kinds = "clusterroles,clusterrolebindings,roles,rolebindings,secrets";

/** What stacks make in a cluster: all but what an API server comes with, and the rights that are held. */
function made(kubeconfig: string): readonly KubernetesObject[] {
  const text = kubectl(["--kubeconfig", kubeconfig, "get", kinds, "-A", "-o", "json"]);
  const { items } = JSON.parse(text) as { readonly items: readonly KubernetesObject[] };
  return items.filter(
    ({ metadata: { name, labels } }) =>
      labels?.["kubernetes.io/bootstrapping"] === undefined && !/^system:|:(plan|apply)$/.test(name),
  );
}

const list = (items: readonly KubernetesObject[]) => JSON.stringify({ apiVersion: "v1", kind: "List", items });

const identity = new Set(["uid", "resourceVersion", "creationTimestamp", "managedFields"]);

/** An object as it was sent; a server refuses one that has an identity already. */
function unborn(object: KubernetesObject): KubernetesObject {
  const kept = Object.entries(object.metadata).filter(([key]) => !identity.has(key));
  return { ...object, metadata: Object.fromEntries(kept) as unknown as KubernetesObject["metadata"] };
}

/** What stacks have made in a cluster by now; calling it brings that back. */
export function keptObjects(kubeconfig: string): () => void {
  const kept = made(kubeconfig);
  const before = list(kept.map(unborn));
  return () => {
    const admin = ["--kubeconfig", kubeconfig];
    const now = made(kubeconfig);
    if (list(now.map(unborn)) === before) return;
    if (now.length > 0) kubectl([...admin, "delete", "--wait=false", "-f", "-"], list(now));
    if (kept.length > 0) kubectl([...admin, "create", "-f", "-"], before);
  };
}
