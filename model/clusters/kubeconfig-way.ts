import type { Cluster, EksCluster } from "../../config/schema/access";
import { kubeconfigKinds } from "../../config/schema/clusters/kinds";

/** How a cluster that is not EKS is reached: by a context of the operator's kubeconfig. */
export const kubeconfigWay = (cluster: Exclude<Cluster, EksCluster>) =>
  cluster.kubernetes ?? cluster.aks ?? cluster.openshift;

/** The key below which an entry says so; `undefined` for EKS. */
export const kubeconfigKind = (cluster: Cluster) => kubeconfigKinds.find((kind) => cluster[kind] !== undefined);
