import type { Cluster, Eks, KubeconfigContext } from "../../config/schema/access";
import type { kubeconfigKinds } from "../../config/schema/clusters/kinds";

/** A context of the operator's kubeconfig, as an entry names it below the key of its kind. */
export interface KubeconfigWay extends KubeconfigContext {
  /** @default - it is reached directly */
  readonly proxyUrl?: string | undefined;
}

/** What knows where an API server is. */
export type Way =
  | { readonly by: "aws"; readonly eks: Eks }
  | {
      readonly by: "kubeconfig";
      readonly kind: (typeof kubeconfigKinds)[number];
      readonly kubeconfig: KubeconfigWay;
    };

/** How this program comes to an API server: of EKS AWS tells where it is, of the others a context of the operator's kubeconfig. */
export function wayTo(cluster: Cluster): Way {
  const by = "kubeconfig";
  switch (cluster.kind) {
    case "eks":
      return { by: "aws", eks: cluster.eks };
    case "kubernetes":
      return { by, kind: cluster.kind, kubeconfig: cluster.kubernetes };
    case "aks":
      return { by, kind: cluster.kind, kubeconfig: cluster.aks };
    case "openshift":
      return { by, kind: cluster.kind, kubeconfig: cluster.openshift };
  }
}
