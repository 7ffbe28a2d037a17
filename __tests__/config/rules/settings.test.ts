import { withTenant } from "../../access-text";
import { describeRules } from "./describe-rules";

describeRules([
  [
    "a version constraint that Terraform refuses",
    withTenant('terraform: { providers: { aws: "6.x" } }'),
    [
      'access.yaml:2:32 terraform.providers.aws must be a Terraform version constraint such as ">= 6.25, < 7", got "6.x"',
    ],
    withTenant('terraform: { providers: { aws: "~> 6.25.0, != 6.25.3" } }'),
  ],
  [
    "a permission that does not exist",
    withTenant("allow: [everything]"),
    [
      'access.yaml:2:9 allow[0] must be one of "replace-association", "existing-cluster-admin", "delete-users", "take-over-users", "wildcards", "bind", "escalate", "impersonate", "read-secrets", "service-account-tokens", "exec", "nodes-proxy", "workloads", "certificates", "admission", "api-services", "aws-auth", "persistent-volumes", "label-namespaces", got "everything"',
    ],
    withTenant("allow: [replace-association]"),
  ],
]);
