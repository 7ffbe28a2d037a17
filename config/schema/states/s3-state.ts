import { z } from "zod";
import { Region } from "../clusters/region";

/** docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
const Bucket = z
  .string()
  .regex(
    /^(?=.{3,63}$)[a-z0-9](\.(?!\.)|[a-z0-9-])*[a-z0-9]$/,
    "must be a bucket name: 3 to 63 lower-case letters, digits, - and ., a letter or a digit at both ends, no two . together",
  )
  .refine((name) => !/^\d+(\.\d+){3}$/.test(name), "must not look like an IP address, which S3 refuses")
  .refine(
    (name) => !/^(xn--|sthree-|amzn-s3-demo-)|(-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$/.test(name),
    'must not begin with "xn--", "sthree-" or "amzn-s3-demo-", nor end with "-s3alias", "--ol-s3", ".mrap", "--x-s3" or "--table-s3", which S3 reserves',
  );

/** Terraform refuses a key with / in front or //. A key has 1024 bytes; the name of a stack and `.tfstate.tflock` come after this. */
const KeyPrefix = z
  .string()
  .max(900, "must be 900 characters or fewer")
  .regex(
    /^(?!(.*\/)?\.{1,2}\/)([A-Za-z0-9._-]+\/)*[A-Za-z0-9._-]*$/,
    "must be letters, digits, -, _ and ., in parts with one / between them, no / in front, no part that is . or ..",
  );

const keyId = "([0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}|mrk-[0-9a-f]{32})";
const alias = "alias/[A-Za-z0-9/_-]+";

/** What Terraform takes: hashicorp/terraform, internal/backend/remote-state/s3/validate.go */
const KmsKey = z
  .string()
  .regex(
    new RegExp(`^(${keyId}|${alias}|arn:aws[a-z-]*:kms:[a-z0-9-]+:\\d{12}:(key/${keyId}|${alias}))$`),
    "must be a KMS key: its ID, its ARN, or alias/ and a name",
  );

/** None of its values can hold what begins a template in Terraform. */
export const S3Backend = z.strictObject({
  type: z
    .literal("s3")
    .describe("States are objects in an S3 bucket, one for each stack, each with a lock file beside it."),
  bucket: Bucket.describe("The bucket. It must exist, and should keep versions."),
  region: Region.describe("AWS region of the bucket."),
  prefix: KeyPrefix.default("entra-eks/").describe(
    'Text before <stack>.tfstate. Access files that share a bucket each need their own. "" for none.',
  ),
  kmsKeyId: KmsKey.optional().describe(
    "KMS key that encrypts the states: its ID, its ARN, or alias/<name>; in the bucket's region. Default: what the bucket encrypts with.",
  ),
});
