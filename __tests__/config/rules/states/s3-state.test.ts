import { withTenant } from "../../../access-text";
import { a, describeRules } from "../describe-rules";

const s3 = (rest: string) => withTenant(`backend: { type: s3, ${rest} }`);
const bucket = (name: string) => s3(`region: eu-west-1, bucket: "${name}"`);
const prefix = (text: string) => s3(`region: eu-west-1, bucket: abc, prefix: "${text}"`);
const kms = (key: string) => s3(`region: eu-west-1, bucket: abc, kmsKeyId: "${key}"`);

const bucketMust =
  "must be a bucket name: 3 to 63 lower-case letters, digits, - and ., a letter or a digit at both ends, no two . together";
const prefixMust =
  "must be letters, digits, -, _ and ., in parts with one / between them, no / in front, no part that is . or ..";
const kmsMust = "must be a KMS key: its ID, its ARN, or alias/ and a name";

describeRules([
  [
    "a bucket's region that does not exist",
    s3("bucket: abc, region: europe"),
    ['access.yaml:2:43 backend.region must be an AWS region such as eu-central-1, got "europe"'],
    s3("bucket: abc, region: us-gov-west-1"),
  ],
  ...[
    ["short", "ab", "abc"],
    ["long", a(64), a(63)],
    ["capital", "Abc", "a2-c"],
    ["with - at an end", "abc-", "a-bc"],
    ["with . at an end", ".abc", "a.bc"],
    ["with two . together", "a..bc", "a.b.c"],
  ].map(
    ([what = "", refused = "", allowed = ""]) =>
      [
        `a bucket's name that is ${what}`,
        bucket(refused),
        [`access.yaml:2:49 backend.bucket ${bucketMust}, got "${refused}"`],
        bucket(allowed),
      ] as const,
  ),
  [
    "a bucket's name like an IP address",
    bucket("10.0.0.1"),
    ['access.yaml:2:49 backend.bucket must not look like an IP address, which S3 refuses, got "10.0.0.1"'],
    bucket("10.0.0.1a"),
  ],
  ...[
    "xn--abc",
    "sthree-abc",
    "amzn-s3-demo-abc",
    "abc-s3alias",
    "abc--ol-s3",
    "abc.mrap",
    "abc--x-s3",
    "abc--table-s3",
  ].map(
    (name) =>
      [
        `the reserved bucket name ${name}`,
        bucket(name),
        [
          `access.yaml:2:49 backend.bucket must not begin with "xn--", "sthree-" or "amzn-s3-demo-", nor end with "-s3alias", "--ol-s3", ".mrap", "--x-s3" or "--table-s3", which S3 reserves, got "${name}"`,
        ],
        bucket(`a${name}a`),
      ] as const,
  ),
  ...[
    ["/team-a/", "team-a/"],
    ["team-a//eks/", "team-a/eks/"],
    ["../eks/", "..a/eks/"],
    ["a/./eks/", "a/.b/eks/"],
    ["team a/", "team_a/eks-"],
    ["${a}/", ""],
  ].map(
    ([refused = "", allowed = ""]) =>
      [
        `the key prefix ${refused}`,
        prefix(refused),
        [`access.yaml:2:62 backend.prefix ${prefixMust}, got "${refused}"`],
        prefix(allowed),
      ] as const,
  ),
  [
    "a key prefix that leaves no room",
    prefix(a(901)),
    [`access.yaml:2:62 backend.prefix must be 900 characters or fewer, got "${a(77)}..."`],
    prefix(a(900)),
  ],
  ...[
    ["states", "alias/states"],
    ["1234abcd-12ab-94cd-a123-456789012345", "1234abcd-12ab-44cd-a123-456789012345"],
    ["mrk-1234abcd12ab34cd56ef1234567890a", "mrk-1234abcd12ab34cd56ef1234567890ab"],
    ["arn:aws:s3:eu-west-1:111122223333:alias/states", "arn:aws:kms:eu-west-1:111122223333:alias/states"],
    [
      "arn:aws-cn:kms:eu-west-1:111122223333:1234abcd-12ab-44cd-a123-456789012345",
      "arn:aws-cn:kms:eu-west-1:111122223333:key/1234abcd-12ab-44cd-a123-456789012345",
    ],
  ].map(
    ([refused = "", allowed = ""]) =>
      [
        `the KMS key ${refused}`,
        kms(refused),
        [`access.yaml:2:64 backend.kmsKeyId ${kmsMust}, got "${refused}"`],
        kms(allowed),
      ] as const,
  ),
  [
    "a KMS key of another region, beside another mistake",
    `${kms("arn:aws:kms:us-east-1:111122223333:alias/states")}\ndirectory: { lookup: x }`,
    [
      `access.yaml:2:64 backend.kmsKeyId must be a key in the bucket's region, eu-west-1, got "arn:aws:kms:us-east-1:111122223333:alias/states"`,
      'access.yaml:3:22 directory.lookup must be one of "batch", "each", got "x"',
    ],
    kms("arn:aws:kms:eu-west-1:111122223333:alias/states"),
  ],
]);
