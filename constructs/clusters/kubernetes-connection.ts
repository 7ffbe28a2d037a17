import { DataAwsEksCluster } from "@cdktf/provider-aws/lib/data-aws-eks-cluster";
import type { KubernetesProviderConfig } from "@cdktf/provider-kubernetes/lib/provider";
import type { TerraformStack } from "cdktf";
import { resolve } from "node:path";
import type { Cluster } from "../../config/schema/access";
import type { PlacedAccess } from "../../model/placed-access";
import { expression, reference } from "../terraform/expression";
import { literal } from "../terraform/literal";
import { useAws, useKubernetes } from "../terraform/providers";

type Eks = Cluster["eks"];
type Kubeconfig = Exclude<Eks["credentials"], string>;

/** Connects a stack to the API server of a cluster, by the credentials that its entry names. */
export function connectKubernetes(stack: TerraformStack, eks: Eks, { access, directory }: PlacedAccess): void {
  const { credentials, proxyUrl } = eks;
  if (typeof credentials !== "object") useAws(stack, eks, access);
  useKubernetes(
    stack,
    {
      ...(typeof credentials === "object"
        ? fromKubeconfig(credentials, directory)
        : throughEks(stack, eks, credentials)),
      ...(proxyUrl === undefined ? {} : { proxyUrl: literal(proxyUrl) }),
    },
    access,
  );
}

/** Home stays as it is written: the provider knows whose it is. */
function fromKubeconfig({ kubeconfig, context }: Kubeconfig, directory: string): KubernetesProviderConfig {
  const path = kubeconfig.startsWith("~/") ? kubeconfig : resolve(directory, kubeconfig);
  return { configPath: literal(path), configContext: literal(context) };
}

function throughEks(
  stack: TerraformStack,
  eks: Eks,
  credentials: Exclude<Eks["credentials"], Kubeconfig>,
): KubernetesProviderConfig {
  const { name } = eks;
  const { friendlyUniqueId } = new DataAwsEksCluster(stack, "cluster", { name });
  const data = reference("data.aws_eks_cluster", friendlyUniqueId);
  const server = {
    host: reference(data, "endpoint").template,
    clusterCaCertificate: expression`base64decode(${data}.certificate_authority[0].data)`.template,
  };
  switch (credentials) {
    case "ephemeral":
      // The token stands in no plan and in no state. CDKTF has no construct for it.
      stack.addOverride("ephemeral.aws_eks_cluster_auth.cluster", { name });
      return { ...server, token: expression`ephemeral.aws_eks_cluster_auth.cluster.token`.template };
    case "exec":
      return { ...server, exec: [getToken(eks)] };
  }
}

/** The command that `aws eks update-kubeconfig` writes. */
function getToken({ name, region, profile, assumeRole }: Eks) {
  const whose = profile === undefined ? [] : ["--profile", profile];
  const role = assumeRole === undefined ? [] : ["--role-arn", literal(assumeRole)];
  return {
    apiVersion: "client.authentication.k8s.io/v1beta1",
    command: "aws",
    args: ["eks", "get-token", "--cluster-name", name, "--region", region, "--output", "json", ...whose, ...role],
  };
}
