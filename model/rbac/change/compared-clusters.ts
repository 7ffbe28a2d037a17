import type { Access, Cluster, Eks } from "../../../config/schema/access";
import { ofKind } from "../../clusters/of-kind";
import { presentClusters } from "../../clusters/present-clusters";
import { wayTo } from "../../clusters/way-to";
import { own } from "../../own";

/** A cluster of two files: the same key and the same place. */
export interface ComparedCluster {
  readonly key: string;
  /** The key; with the place behind it where the two files mean different ones. */
  readonly name: string;
  /** Its entry in the earlier file, if it is there. */
  readonly before: Cluster | undefined;
  /** The same in the later file. */
  readonly after: Cluster | undefined;
  /**
   * Why the later file lets nobody in.
   *
   * @default - it has the cluster, or nothing of it
   */
  readonly gone?: "absent" | "elsewhere";
}

/** Every cluster of two files, in the order of the later one. */
export function comparedClusters(before: Access, after: Access): ComparedCluster[] {
  const [was, is] = [new Map(presentClusters(before)), new Map(presentClusters(after))];
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((key): ComparedCluster[] => {
    const [old, young] = [was.get(key), is.get(key)];
    if (old === undefined || young === undefined || isSameCluster(old, young)) {
      const isAbsent = young === undefined && own(after.clusters, key) !== undefined;
      return [{ key, name: key, before: old, after: young, ...(isAbsent ? { gone: "absent" } : {}) }];
    }
    const named = (cluster: Cluster) => `${key} (${placeInWords(cluster)})`;
    return [
      { key, name: named(young), before: undefined, after: young },
      { key, name: named(old), before: old, after: undefined, gone: "elsewhere" },
    ];
  });
}

/**
 * Whether two entries mean one cluster. Of another kubeconfig the same context does, whatever kind of cluster it is told to be;
 * of ROSA another ID at Red Hat does not.
 */
export function isSameCluster(one: Cluster, other: Cluster): boolean {
  const [way, its] = [wayTo(one), wayTo(other)];
  if (way.by === "aws" && its.by === "aws") {
    const { name, region } = way.eks;
    return name === its.eks.name && region === its.eks.region && mayBeOne(accountOf(way.eks), accountOf(its.eks));
  }
  if (way.by === "aws" || its.by === "aws") return false;
  return way.kubeconfig.context === its.kubeconfig.context && mayBeOne(idAtRedHat(one), idAtRedHat(other));
}

const idAtRedHat = (cluster: Cluster) => ofKind(cluster, "openshift")?.openshift.clusterId;

/** What only one of two entries tells sets them not apart. */
const mayBeOne = (one: string | undefined, other: string | undefined) =>
  one === undefined || other === undefined || one === other;

/** Where an entry says that its cluster is: `prod-eks in eu-central-1`. */
export function placeInWords(cluster: Cluster): string {
  const way = wayTo(cluster);
  if (way.by === "kubeconfig") {
    const id = idAtRedHat(cluster);
    return `context ${way.kubeconfig.context}${id === undefined ? "" : `, ID ${id} at Red Hat`}`;
  }
  const { eks } = way;
  const account = accountOf(eks);
  return `${eks.name} in ${eks.region}${account === undefined ? "" : `, account ${account}`}`;
}

/** The AWS account, where the entry tells it. */
const accountOf = ({ assumeRole }: Eks) => /::(\d{12}):/.exec(assumeRole ?? "")?.[1];
