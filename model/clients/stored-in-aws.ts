import type { Cluster, EksCluster, Portal } from "../../config/schema/access";

/** A client secret in AWS Secrets Manager. */
export interface StoredInAws {
  readonly name: string;
  /** The cluster whose account and region it is in. */
  readonly cluster: EksCluster;
}

/** Where AWS keeps the secret of a client on this cluster; nothing where the cluster does. A rule holds that AWS keeps those of EKS clusters alone. */
export function storedInAws(
  cluster: Cluster | undefined,
  store: Portal["secret"]["store"] | undefined,
): StoredInAws | undefined {
  switch (cluster?.kind) {
    case "eks":
      return typeof store === "object" ? { name: store.secretsManager, cluster } : undefined;
    case undefined:
    case "kubernetes":
    case "aks":
    case "openshift":
      return undefined;
  }
}
