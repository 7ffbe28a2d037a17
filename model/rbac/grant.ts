import type { Cluster } from "../../config/schema/access";
import { onceFor } from "../once-for";
import { bindingsOf } from "./binding";

/** The keys of the groups that are granted anything on these clusters, each once, sorted. */
export function grantedGroups(clusters: readonly Pick<Cluster, "grants" | "state">[]): string[] {
  return [...new Set(clusters.flatMap(bindingsOf).map(({ group }) => group))].sort();
}

/** The same of all clusters of an access file, looked for once: whoever asks about each person would take the product. */
export const everyGrantedGroup = onceFor(
  (clusters: Readonly<Record<string, Pick<Cluster, "grants" | "state">>>): ReadonlySet<string> =>
    new Set(grantedGroups(Object.values(clusters))),
);
