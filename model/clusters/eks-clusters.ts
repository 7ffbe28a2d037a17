import type { Access, EksCluster } from "../../config/schema/access";
import { ofKind } from "./of-kind";

/** The EKS clusters of an access file, by key. */
export function eksClusters({ clusters }: Pick<Access, "clusters">): [key: string, cluster: EksCluster][] {
  return Object.entries(clusters).flatMap(([key, cluster]) => {
    const eks = ofKind(cluster, "eks");
    return eks === undefined ? [] : [[key, eks]];
  });
}
