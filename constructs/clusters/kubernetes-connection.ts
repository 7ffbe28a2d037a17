import type { KubernetesProviderConfig } from "@cdktf/provider-kubernetes/lib/provider";
import type { TerraformStack } from "cdktf";
import type { Cluster } from "../../config/schema/access";
import type { PlacedAccess } from "../../model/placed-access";
import { wayTo } from "../../model/clusters/way-to";
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
  const way = wayTo(cluster);
  if (way.by === "kubeconfig") {
    connect(fromKubeconfig(way.kubeconfig, directory), way.kubeconfig.proxyUrl);
    return;
  }
  const { eks } = way;
  const { credentials, proxyUrl } = eks;
  if (typeof credentials === "object") {
    connect(fromKubeconfig(credentials, directory), proxyUrl);
    return;
  }
  useAws(stack, eks, access);
  connect(throughEks(stack, eks, credentials), proxyUrl);
}
