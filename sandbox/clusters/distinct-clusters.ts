import type { Access, Cluster } from "../../config/schema/access";
import { ofKind } from "../../model/clusters/of-kind";

/**
 * An access file whose EKS clusters all have names of their own: the emulated EKS is one account and one region, while names are
 * those of an account and a region. The first of a name keeps it.
 */
export function distinctClusters(access: Access): Access {
  const seen = new Set<string>();
  const distinct = (key: string, cluster: Cluster): Cluster => {
    const eks = ofKind(cluster, "eks");
    if (eks === undefined) return cluster;
    const { name } = eks.eks;
    const taken = seen.has(name);
    seen.add(name);
    return taken ? { ...eks, eks: { ...eks.eks, name: `${name.slice(0, 36)}-${key}` } } : cluster;
  };
  const clusters = Object.entries(access.clusters).map(([key, cluster]) => [key, distinct(key, cluster)] as const);
  return { ...access, clusters: Object.fromEntries(clusters) };
}
