import type { Cluster } from "../config/schema/access";

/** The keys of the groups that are granted anything on these clusters, each once, sorted. */
export function grantedGroups({ clusters }: { clusters: Readonly<Record<string, Pick<Cluster, "grants">>> }): string[] {
  return [...new Set(Object.values(clusters).flatMap(({ grants }) => grants.map(({ group }) => group)))].sort();
}
