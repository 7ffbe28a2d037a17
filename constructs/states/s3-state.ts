import { DataTerraformRemoteStateS3, S3Backend, type TerraformStack } from "cdktf";
import type { S3Place } from "../../model/states/state-place";

/** Gives a stack a key of the bucket, encrypted and locked. Credentials come from the environment (`AWS_*`, `aws sso login`). */
export function keepInS3(stack: TerraformStack, { bucket, key, region, kmsKeyId }: S3Place): void {
  const backend = new S3Backend(stack, {
    bucket,
    key,
    region,
    encrypt: true,
    ...(kmsKeyId === undefined ? {} : { kmsKeyId }),
  });
  // The binding knows only locks in DynamoDB, which Terraform has given up.
  backend.addOverride("use_lockfile", true);
}

/** Reads the state of a stack from its key. Nothing has to be locked or encrypted for that. */
export function readFromS3(
  reader: TerraformStack,
  owner: string,
  { bucket, key, region }: S3Place,
): DataTerraformRemoteStateS3 {
  return new DataTerraformRemoteStateS3(reader, owner, { bucket, key, region });
}
