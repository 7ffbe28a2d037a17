import type { Cluster, EksCluster } from "../../config/schema/access";

/** How a cluster that is not EKS is reached: by a context of the operator's kubeconfig. */
export const kubeconfigWay = (cluster: Exclude<Cluster, EksCluster>) =>
  cluster.kubernetes ?? cluster.aks ?? cluster.openshift;
