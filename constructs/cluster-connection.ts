import { DataAwsEksCluster } from "@cdktf/provider-aws/lib/data-aws-eks-cluster";
import type { TerraformStack } from "cdktf";
import type { Access, Cluster } from "../config/schema/access";
import { useAws, useKubernetes } from "./providers";

/** Connects the Kubernetes provider of a stack with the API server of a cluster. */
export function connectCluster(stack: TerraformStack, { eks }: Pick<Cluster, "eks">, access: Access): void {
  const { name, region } = eks;
  useAws(stack, region, access);
  const { friendlyUniqueId } = new DataAwsEksCluster(stack, "cluster", { name });
  const data = `data.aws_eks_cluster.${friendlyUniqueId}`;
  // Ephemeral: the token stands in no plan and in no state. CDKTF has no construct for it.
  stack.addOverride("ephemeral.aws_eks_cluster_auth.cluster", { name });
  useKubernetes(
    stack,
    {
      host: `\${${data}.endpoint}`,
      clusterCaCertificate: `\${base64decode(${data}.certificate_authority[0].data)}`,
      token: "${ephemeral.aws_eks_cluster_auth.cluster.token}",
    },
    access,
  );
}
