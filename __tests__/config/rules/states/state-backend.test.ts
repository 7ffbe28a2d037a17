import { withTenant } from "../../../access-text";
import { describeRules } from "../describe-rules";

const s3 = (rest: string) => withTenant(`backend: { type: s3, ${rest} }`);
const cloud = (rest: string) => withTenant(`backend: { type: cloud, ${rest} }`);

describeRules([
  [
    "a backend that does not exist",
    withTenant("backend: { type: s4, bucket: abc }"),
    ['access.yaml:2:18 backend.type must be one of "local", "s3", "cloud", got "s4"; did you mean "s3"?'],
    s3("bucket: abc, region: eu-west-1"),
  ],
  [
    "what a backend needs",
    withTenant("backend: { type: s3 }"),
    ["access.yaml:2:10 backend.bucket must be given", "access.yaml:2:10 backend.region must be given"],
    s3("bucket: abc, region: eu-west-1"),
  ],
  [
    "what HCP Terraform needs",
    withTenant("backend: { type: cloud }"),
    ["access.yaml:2:10 backend.organization must be given", "access.yaml:2:10 backend.prefix must be given"],
    cloud("organization: contoso, prefix: e"),
  ],
  [
    "a key of another backend",
    withTenant("backend: { bucket: abc }"),
    ["access.yaml:2:12 backend.bucket must be used with type: s3"],
    withTenant("backend: { directory: abc }"),
  ],
  [
    "a misspelt key",
    s3("bucket: abc, regon: eu-west-1"),
    ['access.yaml:2:35 backend.regon must be a known key; did you mean "region"?'],
    s3("bucket: abc, region: eu-west-1"),
  ],
]);
