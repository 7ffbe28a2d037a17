import type { Access, EksCluster } from "../../config/schema/access";

/** The EKS clusters of an access file, by key. */
export function eksClusters({ clusters }: Pick<Access, "clusters">): [key: string, cluster: EksCluster][] {
  return Object.entries(clusters).flatMap(([key, cluster]) => (cluster.eks === undefined ? [] : [[key, cluster]]));
}
