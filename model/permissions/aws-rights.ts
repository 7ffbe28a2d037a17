/** On what an IAM action acts, as the Service Authorization Reference names it. */
export type AwsResource = "cluster" | "identityproviderconfig" | "role" | "secret";

/** What one request to an AWS API needs. */
export interface AwsRight {
  /** The operation: `eks:DescribeCluster`. */
  readonly action: string;
  /** Method and path with `{}` for each variable, or the action of a query API. */
  readonly request: string;
  readonly resource: AwsResource;
  /** Condition keys that the service fills in for this action. */
  readonly conditions: readonly string[];
  /** Below docs.aws.amazon.com. */
  readonly page: string;
}

const eks = { page: "service-authorization/latest/reference/list_amazonelastickubernetesservice.html" } as const;
const configs = "POST /clusters/{}/identity-provider-configs";
const secrets = {
  resource: "secret",
  conditions: [],
  page: "service-authorization/latest/reference/list_awssecretsmanager.html",
} as const;

/**
 * What each request to AWS needs that the provider makes for this program's resources. Describing and ending an association
 * act on the association, not on the cluster, and only making one can be held to an issuer.
 */
export const awsRights: readonly AwsRight[] = [
  { action: "eks:DescribeCluster", request: "GET /clusters/{}", resource: "cluster", conditions: [], ...eks },
  {
    action: "eks:AssociateIdentityProviderConfig",
    request: `${configs}/associate`,
    resource: "cluster",
    conditions: ["eks:clientId", "eks:issuerUrl"],
    ...eks,
  },
  {
    action: "eks:DescribeIdentityProviderConfig",
    request: `${configs}/describe`,
    resource: "identityproviderconfig",
    conditions: [],
    ...eks,
  },
  {
    action: "eks:DisassociateIdentityProviderConfig",
    request: `${configs}/disassociate`,
    resource: "identityproviderconfig",
    conditions: [],
    ...eks,
  },
  { action: "eks:TagResource", request: "POST /tags/{}", resource: "identityproviderconfig", conditions: [], ...eks },
  {
    action: "eks:UntagResource",
    request: "DELETE /tags/{}",
    resource: "identityproviderconfig",
    conditions: [],
    ...eks,
  },
  {
    action: "sts:AssumeRole",
    request: "STS AssumeRole",
    resource: "role",
    conditions: [],
    page: "service-authorization/latest/reference/list_awssecuritytokenservice.html",
  },
  // Terraform's resources aws_secretsmanager_secret and its version.
  { action: "secretsmanager:CreateSecret", request: "CreateSecret", ...secrets },
  { action: "secretsmanager:DescribeSecret", request: "DescribeSecret", ...secrets },
  { action: "secretsmanager:GetResourcePolicy", request: "GetResourcePolicy", ...secrets },
  { action: "secretsmanager:PutSecretValue", request: "PutSecretValue", ...secrets },
  { action: "secretsmanager:GetSecretValue", request: "GetSecretValue", ...secrets },
  { action: "secretsmanager:UpdateSecret", request: "UpdateSecret", ...secrets },
  { action: "secretsmanager:DeleteSecret", request: "DeleteSecret", ...secrets },
];
