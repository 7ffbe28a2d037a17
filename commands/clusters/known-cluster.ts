import { NoAnswer } from "../../config/no-answer";
import type { Access } from "../../config/schema/access";
import { didYouMean } from "../../config/text/suggestion";
import { own } from "../../model/own";
import { presentClusters } from "../../model/clusters/present-clusters";

/** Why nothing is told of a cluster of the file. */
export const absentCluster = (name: string) =>
  `clusters.${name} has state: absent in the access file, so nobody may do anything there`;

/**
 * The key of a cluster that is there; without a name the only one.
 *
 * @throws NoAnswer if there is no such cluster, or no name and several clusters
 */
export function knownCluster(access: Access, name: string | undefined): string {
  const known = presentClusters(access).map(([key]) => key);
  if (name === undefined) {
    const [only, ...others] = known;
    if (only !== undefined && others.length === 0) return only;
    if (only === undefined) throw new NoAnswer("The access file has no clusters");
    throw new NoAnswer(`--cluster must say which cluster you mean: ${known.slice(0, 20).join(", ")}`);
  }
  if (known.includes(name)) return name;
  if (own(access.clusters, name) !== undefined) throw new NoAnswer(absentCluster(name));
  const hint = didYouMean(name, known);
  throw new NoAnswer(
    `--cluster must name a cluster of the access file, got "${name}"${hint === undefined ? "" : `; ${hint}`}`,
  );
}
