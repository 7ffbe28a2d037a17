import { DataAwsEksCluster } from "@cdktf/provider-aws/lib/data-aws-eks-cluster";
import { EksIdentityProviderConfig } from "@cdktf/provider-aws/lib/eks-identity-provider-config";
import { Construct } from "constructs";
import { expression, reference, type Expression } from "../terraform/expression";
import { quoted, template, type Part } from "../terraform/template";
import type { OidcConfig } from "./oidc-config";

export interface EksIdentityProviderProps {
  readonly cluster: DataAwsEksCluster;
  readonly oidc: OidcConfig;
  /** What `oidc` names too. */
  readonly issuerUrl: Expression;
  /** Whether Terraform refuses to destroy, and so to replace, the association. */
  readonly protect: boolean;
  /** As Terraform has to be given them. */
  readonly tags: Record<string, string>;
}

/** The association of one cluster with the login. What AWS can tell is asked before the 20 to 40 minutes begin. */
export class EksIdentityProvider extends Construct {
  /** Expression, as `${…}`. */
  readonly arn: string;

  constructor(scope: Construct, id: string, { cluster, oidc, issuerUrl, protect, tags }: EksIdentityProviderProps) {
    super(scope, id);
    const association = new EksIdentityProviderConfig(this, "Resource", {
      clusterName: cluster.name,
      oidc,
      ...(Object.keys(tags).length === 0 ? {} : { tags }),
      timeouts: { create: "60m", delete: "60m" },
      lifecycle: { preventDestroy: protect, precondition: preconditions(cluster, issuerUrl) },
    });
    association.overrideLogicalId(id);
    this.arn = association.arn;
  }
}

function preconditions(cluster: DataAwsEksCluster, issuerUrl: Expression) {
  const data = reference("data.aws_eks_cluster", cluster.friendlyUniqueId);
  const name = reference(data, "name");
  const slot: Part = [
    "A cluster takes one identity provider. To see whether it has another already: aws eks list-identity-provider-configs --cluster-name ",
    name,
  ];
  return [
    {
      // Not only ACTIVE: a plan has to work while the cluster is being upgraded.
      condition: expression`contains(["ACTIVE", "UPDATING"], ${data}.status)`.template,
      errorMessage: template`EKS cluster ${name} is ${reference(data, "status")}. An identity provider can be associated once it is ACTIVE. ${slot}`,
    },
    {
      condition: expression`${data}.identity[0].oidc[0].issuer != ${quoted`${issuerUrl}`}`.template,
      errorMessage: template`EKS cluster ${name} has ${issuerUrl} as its own issuer, for service accounts. EKS refuses it as an identity provider. ${slot}`,
    },
  ];
}
