import type { Access, AksCluster } from "../../config/schema/access";
import { ofKind } from "./of-kind";
import { presentClusters } from "./present-clusters";

/** The AKS clusters that people sign in to, by key. */
export function aksClusters(access: Pick<Access, "clusters">): [key: string, cluster: AksCluster][] {
  return presentClusters(access).flatMap(([key, cluster]) => {
    const aks = ofKind(cluster, "aks");
    return aks === undefined ? [] : [[key, aks]];
  });
}
