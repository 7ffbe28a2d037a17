import type { Access } from "../../config/schema/access";
import { partitionOf } from "../clusters/partition";
import { stacksRead } from "../states/stacks-read";
import type { AccountRights } from "./cluster-rights";
import type { IamStatement } from "./iam-policy";
import type { Phase } from "./need";

/**
 * What a stack may do where its state is, and where those are that it reads, if they are in S3; with the credentials of the
 * environment. developer.hashicorp.com/terraform/language/backend/s3, "Permissions Required"
 */
export function stateRights(access: Access, stack: string, phase: Phase): AccountRights[] {
  const { backend } = access;
  if (backend.type !== "s3") return [];
  const { bucket, prefix, region, kmsKeyId } = backend;
  const partition = partitionOf(region);
  const object = (name: string) => `arn:${partition}:s3:::${bucket}/${prefix}${name}.tfstate`;
  const read = stacksRead(access, stack).map(object);
  const statements: IamStatement[] = [
    allow(["s3:ListBucket"], `arn:${partition}:s3:::${bucket}`),
    allow(phase === "plan" ? ["s3:GetObject"] : ["s3:GetObject", "s3:PutObject"], object(stack)),
    allow(["s3:DeleteObject", "s3:GetObject", "s3:PutObject"], `${object(stack)}.tflock`),
    ...(read.length === 0 ? [] : [allow(["s3:GetObject"], ...read)]),
    ...(kmsKeyId === undefined ? [] : [keyRights(kmsKeyId, region)]),
  ];
  return [{ identity: "the environment", statements }];
}

const allow = (Action: readonly string[], ...Resource: readonly string[]): IamStatement => ({
  Effect: "Allow",
  Action,
  Resource,
});

/** An alias is no resource of a policy: docs.aws.amazon.com/kms/latest/developerguide/alias-authorization.html */
function keyRights(key: string, region: string): IamStatement {
  const partition = partitionOf(region);
  const id = key.includes("alias/") ? "*" : key;
  const arn = key.startsWith("arn:") && id !== "*" ? key : `arn:${partition}:kms:${region}:*:key/${id}`;
  return {
    ...allow(["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"], arn),
    Condition: { StringEquals: { "kms:ViaService": `s3.${region}.amazonaws.com` } },
  };
}
