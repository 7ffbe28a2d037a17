import type { Access, Cluster } from "../../config/schema/access";

/** The clusters that people sign in to, by key: without those of which everything is being taken away. */
export function presentClusters({ clusters }: Pick<Access, "clusters">): [key: string, cluster: Cluster][] {
  return Object.entries(clusters).filter(([, { state }]) => state === "present");
}
