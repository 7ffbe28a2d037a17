import type { Access, Cluster, EksCluster } from "../../config/schema/access";
import { partitionOf } from "../clusters/partition";
import { wayTo } from "../clusters/way-to";
import { issuerUrl } from "../login/login";
import type { IamStatement } from "./iam-policy";
import type { Phase } from "./need";

/** What a stack may do in the AWS account of a cluster. */
export interface AccountRights {
  /** Whose credentials, as an operator would say it: `the environment`, `profile prod`, or the ARN of a role. */
  readonly identity: string;
  readonly statements: readonly IamStatement[];
}

/** The rights of `eks-<cluster>`. */
export function eksRights(access: Access, cluster: EksCluster, phase: Phase): AccountRights[] {
  const { associate, state, associationName, tags } = cluster;
  const arn = arnsOf(cluster);
  const config = arn(`identityproviderconfig/${cluster.eks.name}/oidc/${associationName}/*`);
  const describe = allow(["eks:DescribeCluster"], arn(`cluster/${cluster.eks.name}`));
  // An association that the state still holds is read and ended even where the file wants none.
  const reads = allow(["eks:DescribeIdentityProviderConfig"], config);
  const makes: IamStatement = {
    ...allow(["eks:AssociateIdentityProviderConfig"], arn(`cluster/${cluster.eks.name}`)),
    Condition: { StringEquals: { "eks:issuerUrl": issuerUrl(access) } },
  };
  const ends = allow(["eks:DisassociateIdentityProviderConfig"], config);
  // Making one with tags needs the right to tag too.
  const tagged = Object.keys(tags).length === 0 ? [] : [allow(["eks:TagResource", "eks:UntagResource"], config)];
  const present = state === "present" ? [describe] : [];
  if (!associate && state === "present") return ofAccount(cluster, present);
  const writes = phase === "plan" ? [] : [...(state === "present" ? [makes, ...tagged] : []), ends];
  return ofAccount(cluster, [...present, reads, ...writes]);
}

/** The rights in AWS of a stack that reaches the API server of a cluster: `rbac-<cluster>`, `portal` and `client-<name>`. None through a kubeconfig. */
export function apiServerRights(cluster: Cluster): AccountRights[] {
  const way = wayTo(cluster);
  if (way.by === "kubeconfig" || typeof way.eks.credentials === "object") return [];
  return ofAccount(way, [allow(["eks:DescribeCluster"], arnsOf(way)(`cluster/${way.eks.name}`))]);
}

/** The rights of `portal` and `client-<name>` where the secret lies in AWS Secrets Manager; six random characters end the ARN of a secret. */
export function secretRights(cluster: EksCluster, name: string, phase: Phase): AccountRights[] {
  const { region } = cluster.eks;
  const secret = `arn:${partitionOf(region)}:secretsmanager:${region}:${accountOf(cluster)}:secret:${name}-??????`;
  const named = (names: readonly string[]) => names.map((action) => `secretsmanager:${action}`);
  const reads = ["DescribeSecret", "GetResourcePolicy", "GetSecretValue"];
  const writes = ["CreateSecret", "PutSecretValue", "UpdateSecret", "DeleteSecret"];
  return ofAccount(cluster, [allow(named(phase === "plan" ? reads : [...reads, ...writes]), secret)]);
}

const allow = (Action: readonly string[], ...Resource: readonly string[]): IamStatement => ({
  Effect: "Allow",
  Action,
  Resource,
});

type OnEks = Pick<EksCluster, "eks">;

/** Of the account only the role tells; `*` is then no more than the account that the policy is in. */
const accountOf = ({ eks: { assumeRole } }: OnEks) => assumeRole?.split(":")[4] ?? "*";

const arnsOf = (cluster: OnEks) => (resource: string) =>
  `arn:${partitionOf(cluster.eks.region)}:eks:${cluster.eks.region}:${accountOf(cluster)}:${resource}`;

function ofAccount({ eks: { profile, assumeRole } }: OnEks, statements: readonly IamStatement[]): AccountRights[] {
  const outside = profile === undefined ? "the environment" : `profile ${profile}`;
  if (assumeRole === undefined) return [{ identity: outside, statements }];
  return [
    { identity: assumeRole, statements },
    { identity: outside, statements: [allow(["sts:AssumeRole"], assumeRole)] },
  ];
}
