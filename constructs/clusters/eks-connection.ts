import { DataAwsEksCluster } from "@cdktf/provider-aws/lib/data-aws-eks-cluster";
import type { KubernetesProviderConfig } from "@cdktf/provider-kubernetes/lib/provider";
import type { TerraformStack } from "cdktf";
import type { Eks } from "../../config/schema/access";
import { expression, reference } from "../terraform/expression";
import { literal } from "../terraform/literal";

/** The API server of an EKS cluster, with a token that AWS gives. */
export function throughEks(
  stack: TerraformStack,
  eks: Eks,
  credentials: Extract<Eks["credentials"], string>,
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
