import type { KubernetesProviderConfig } from "@cdktf/provider-kubernetes/lib/provider";
import type { TerraformStack } from "cdktf";
import type { Cluster } from "../../config/schema/access";
import type { PlacedAccess } from "../../model/placed-access";
import { kubeconfigWay } from "../../model/clusters/kubeconfig-way";
import { literal } from "../terraform/literal";
import { useAws, useKubernetes } from "../terraform/providers";
import { throughEks } from "./eks-connection";
import { fromKubeconfig } from "./kubeconfig-connection";

/** Connects a stack to the API server of a cluster, by the credentials that its entry names. */
export function connectKubernetes(stack: TerraformStack, cluster: Cluster, { access, directory }: PlacedAccess): void {
  const connect = (server: KubernetesProviderConfig, proxyUrl: string | undefined) => {
    const proxy = proxyUrl === undefined ? {} : { proxyUrl: literal(proxyUrl) };
    useKubernetes(stack, { ...server, ...proxy }, access);
  };
  if (cluster.eks === undefined) {
    const way = kubeconfigWay(cluster);
    connect(fromKubeconfig(way, directory), way.proxyUrl);
    return;
  }
  const { credentials, proxyUrl } = cluster.eks;
  if (typeof credentials === "object") {
    connect(fromKubeconfig(credentials, directory), proxyUrl);
    return;
  }
  useAws(stack, cluster.eks, access);
  connect(throughEks(stack, cluster.eks, credentials), proxyUrl);
}
