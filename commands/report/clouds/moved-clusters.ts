import type { Access } from "../../../config/schema/access";
import { stackKind } from "../../../model/clusters/own-stack";
import { isSameCluster, placeInWords } from "../../../model/rbac/change/compared-clusters";
import { presentClusters } from "../../../model/clusters/present-clusters";
import { own } from "../../../model/own";
import { withdrawCommand } from "../../../model/terraform/deploy-command";

/** Entries that mean another cluster than before, a sentence each: their states are looked for there, and nothing is where they come from. */
export function movedClusters(before: Access, after: Access): string[] {
  return presentClusters(before).flatMap(([key, old]) => {
    const now = own(after.clusters, key);
    if (now === undefined || isSameCluster(old, now)) return [];
    const command = withdrawCommand(key, stackKind(old));
    return [
      `clusters.${key} is another cluster than before (${placeInWords(now)}), so nothing takes away the bindings on the one before (${placeInWords(old)}): put the entry back as it was with state: absent, run ${command}, then change it.`,
    ];
  });
}
