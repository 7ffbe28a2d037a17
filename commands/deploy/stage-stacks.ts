import { NoAnswer } from "../../config/no-answer";
import type { Access } from "../../config/schema/access";
import { didYouMean } from "../../config/text/suggestion";
import { clientStack, confidentialClients } from "../../model/clients/client";
import { openshiftStack } from "../../model/clusters/openshift";

/**
 * The cluster that a stack belongs to; nothing for one that all clusters share.
 */
export function clusterOf({ clusters, portal, clients }: Access, stack: string): string | undefined {
  const ofCluster = Object.keys(clusters).find((name) =>
    [`eks-${name}`, `rbac-${name}`, openshiftStack(name)].includes(stack),
  );
  if (ofCluster !== undefined) return ofCluster;
  if (stack === "portal") return portal?.cluster;
  return confidentialClients({ clients }).find(([name]) => clientStack(name) === stack)?.[1].cluster;
}

/**
 * Whether a stack goes with a stage: it belongs to a cluster of that stage.
 *
 * @param withShared whether what all clusters share goes with it
 * @throws NoAnswer if no cluster has that stage
 */
export function ofStage(access: Access, stage: string, withShared: boolean): (stack: string) => boolean {
  const clusters = Object.entries(access.clusters);
  const stages = [...new Set(clusters.flatMap(([, cluster]) => cluster.stage ?? []))];
  if (!stages.includes(stage)) {
    const hint = didYouMean(stage, stages);
    const known =
      stages.length === 0
        ? `no cluster has one: write stage: ${stage} under a cluster, or name stacks such as 'rbac-*'`
        : `the stages are ${stages.join(", ")}`;
    throw new NoAnswer(`No cluster has the stage "${stage}"; ${hint ?? known}`);
  }
  const wanted = new Set(clusters.filter(([, cluster]) => cluster.stage === stage).map(([name]) => name));
  return (stack) => {
    const cluster = clusterOf(access, stack);
    return cluster === undefined ? withShared : wanted.has(cluster);
  };
}
