import type { Access } from "../../../config/schema/access";
import { presentClusters } from "../../../model/clusters/present-clusters";
import { own } from "../../../model/own";
import { isSameCluster } from "../../../model/rbac/change/compared-clusters";

/**
 * Keys that come to a cluster that was there under another key, which is gone or absent, with that key.
 *
 * @param before nothing if there was no access file
 */
export function renamedClusters({
  before,
  after,
}: {
  readonly before: Access | undefined;
  readonly after: Access;
}): ReadonlyMap<string, string> {
  if (before === undefined) return new Map();
  const gone = presentClusters(before).filter(([key]) => own(after.clusters, key)?.state !== "present");
  const come = presentClusters(after).filter(([key]) => own(before.clusters, key) === undefined);
  return new Map(
    come.flatMap(([key, cluster]) => {
      const [old] = gone.find(([, one]) => isSameCluster(one, cluster)) ?? [];
      return old === undefined ? [] : [[key, old] as const];
    }),
  );
}
