import type { Cluster } from "../../config/schema/access";
import { bindingsOf } from "./binding";

/** The keys of the groups that are granted anything on these clusters, each once, sorted. */
export function grantedGroups(clusters: readonly Pick<Cluster, "grants" | "state">[]): string[] {
  return [...new Set(clusters.flatMap(bindingsOf).map(({ group }) => group))].sort();
}
