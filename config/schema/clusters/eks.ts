import { z } from "zod";
import { EksName, withoutToken } from "../names";
import { Kubeconfig } from "./kubeconfig";
import { ProxyUrl } from "./proxy-url";
import { Region } from "./region";

/** Narrower than what AWS tools take: none of them has to quote it. */
const Profile = z
  .string()
  .regex(
    /^[A-Za-z0-9_][\w.@:/+=,-]{0,127}$/,
    "must be an AWS profile of 1 to 128 letters, digits and _ . @ : / + = , -, the first a letter, a digit or _",
  );

/** Partition, path and name of a role: docs.aws.amazon.com, IAM, "IAM identifiers"; partitions as the AWS SDKs name them. */
const RoleArn = z
  .string()
  .regex(
    /^arn:aws(-cn|-us-gov|-iso|-iso-b|-iso-e|-iso-f|-eusc)?:iam::\d{12}:role\/([\x21-\x7e]{1,510}\/)?[\w+=,.@-]{1,64}$/,
    "must be the ARN of an IAM role such as arn:aws:iam::111122223333:role/deployer",
  )
  .refine(...withoutToken);

export const Eks = z
  .strictObject({
    name: EksName.describe("Name of the EKS cluster."),
    region: Region.describe("AWS region of the cluster."),
    profile: Profile.optional().describe("AWS profile for this cluster only. Default: what the environment names."),
    assumeRole: RoleArn.optional().describe(
      "ARN of an IAM role to assume for this cluster, for example one in the cluster's own account. Two clusters may have the same name and region if assumeRole or profile tells their accounts apart. Default: none.",
    ),
    credentials: z
      .union([z.enum(["ephemeral", "exec"]), Kubeconfig], {
        error: 'must be "ephemeral", "exec", or a map of kubeconfig and context',
      })
      .default("ephemeral")
      .describe(
        "How RBAC reaches the API server. ephemeral: a token from Terraform, which lives 15 minutes. exec: the AWS CLI makes a new token when needed. A map of kubeconfig and context: your own kubeconfig, without AWS.",
      ),
    proxyUrl: ProxyUrl.optional().describe(
      "http, https or socks5 proxy to the API server, without a password. Terraform and everybody's kubectl use it. Calls to AWS do not. The proxy-url of your own kubeconfig takes precedence. Default: none.",
    ),
  })
  .describe(
    "Where the cluster is and how this program reaches it. The cluster must exist. Default: required, unless the cluster is of another kind.",
  );
