import { DataAwsEksCluster } from "@cdktf/provider-aws/lib/data-aws-eks-cluster";
import { TerraformOutput, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import type { Access, EksCluster } from "../config/schema/access";
import { EksIdentityProvider } from "../constructs/clusters/eks-identity-provider";
import { oidcConfig, type OidcConfig } from "../constructs/clusters/oidc-config";
import type { States } from "../constructs/states/states";
import { addCheck } from "../constructs/terraform/check";
import { expression, reference } from "../constructs/terraform/expression";
import { literals } from "../constructs/terraform/literal";
import { useAws } from "../constructs/terraform/providers";
import { template } from "../constructs/terraform/template";
import type { Login, LoginStack } from "./login-stack";

export interface EksStackProps {
  readonly access: Access;
  readonly states: States;
  readonly cluster: EksCluster;
  readonly login: LoginStack;
}

/**
 * Which login a cluster trusts. Outputs `cluster_name`, `endpoint`, `certificate_authority`, and `association_arn` or,
 * with `associate: false`, `identity_providers` for terraform-aws-modules/eks.
 */
export class EksStack extends TerraformStack {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: EksStackProps,
  ) {
    super(scope, id);
    const { access, states, cluster, login } = props;
    states.keep(this);
    useAws(this, cluster.eks, access);
    // Without resources the next apply takes away what an earlier one made.
    if (cluster.state === "absent") return;
    const data = new DataAwsEksCluster(this, "cluster", { name: cluster.eks.name });
    const trusted = login.read(this);
    const oidc = oidcConfig(trusted, access.login, cluster);
    if (cluster.associate) this.associate(data, oidc, trusted);
    else
      this.output(
        "identity_providers",
        "Value for terraform-aws-modules/eks.",
        identityProviders(oidc, literals(cluster.tags)),
      );
    this.demandAuditLog(data);
    this.publish(data);
  }

  private associate(cluster: DataAwsEksCluster, oidc: OidcConfig, { issuerUrl }: Login): void {
    const { login, allow } = this.props.access;
    const protect = login.protect && !allow.includes("replace-association");
    const tags = literals(this.props.cluster.tags);
    const { arn } = new EksIdentityProvider(this, "association", { cluster, oidc, issuerUrl, protect, tags });
    this.output("association_arn", "ARN of the identity provider config.", arn);
  }

  private demandAuditLog({ friendlyUniqueId }: DataAwsEksCluster): void {
    const data = reference("data.aws_eks_cluster", friendlyUniqueId);
    addCheck(this, "audit_log", {
      condition: expression`contains(${data}.enabled_cluster_log_types, "audit")`,
      errorMessage: template`The audit log of EKS cluster ${reference(data, "name")} is off, so nobody can say afterwards who did what. Turn the log type "audit" on.`,
    });
  }

  private publish({ friendlyUniqueId }: DataAwsEksCluster): void {
    const data = reference("data.aws_eks_cluster", friendlyUniqueId);
    this.output("cluster_name", "Name of the EKS cluster.", reference(data, "name").template);
    this.output("endpoint", "URL of the API server.", reference(data, "endpoint").template);
    this.output(
      "certificate_authority",
      "Certificate authority of the API server, PEM in base64.",
      expression`${data}.certificate_authority[0].data`.template,
    );
  }

  private output(name: string, description: string, value: unknown): void {
    new TerraformOutput(this, name, { staticId: true, description, value });
  }
}

/** The input `identity_providers` of terraform-aws-modules/eks: a map of the name to the arguments of the association. */
function identityProviders(oidc: OidcConfig, tags: Readonly<Record<string, string>>) {
  return {
    [oidc.identityProviderConfigName]: {
      identity_provider_config_name: oidc.identityProviderConfigName,
      issuer_url: oidc.issuerUrl,
      client_id: oidc.clientId,
      username_claim: oidc.usernameClaim,
      username_prefix: oidc.usernamePrefix,
      groups_claim: oidc.groupsClaim,
      ...(oidc.groupsPrefix === undefined ? {} : { groups_prefix: oidc.groupsPrefix }),
      ...(oidc.requiredClaims === undefined ? {} : { required_claims: oidc.requiredClaims }),
      ...(Object.keys(tags).length === 0 ? {} : { tags }),
    },
  };
}
