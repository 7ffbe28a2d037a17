import { awsRights } from "../../../model/permissions/aws-rights";
import type { IamPolicy, IamStatement } from "../../../model/permissions/iam-policy";
import type { AccessKey } from "./access-keys";
import { AwsRefusal } from "./aws-refusal";

/** Who may do what in AWS, and in which groups of Kubernetes an access entry puts them. */
export class Permissions {
  /** The policy of an identity; without one it may do everything. */
  readonly policies = new Map<string, IamPolicy>();
  /** The groups of an identity's access entry; without one it is administrator of every cluster. */
  readonly kubernetesGroups = new Map<string, readonly string[]>();

  /**
   * @param request as the table of the model names it
   * @param resource ARN of what it acts on
   * @param context values of condition keys
   * @throws AwsRefusal unless the caller's policy allows it
   */
  check(caller: AccessKey, request: string, resource: string, context: Readonly<Record<string, string>> = {}): void {
    const policy = this.policies.get(caller.identity);
    if (policy === undefined) return;
    const action = awsRights.find((right) => right.request === request)?.action;
    const allowed =
      action !== undefined && policy.Statement.some((statement) => allows(statement, action, resource, context));
    if (allowed) return;
    // [seen] These words; "AccessDenied" in the query protocol of STS.
    const type = request.startsWith("STS ") ? "AccessDenied" : "AccessDeniedException";
    const what = action ?? request;
    throw new AwsRefusal(
      403,
      type,
      `User: ${caller.arn} is not authorized to perform: ${what} on resource: ${resource}`,
    );
  }
}

/** docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html: `*` any text, `?` one character. */
function allows(
  { Action, Resource, Condition }: IamStatement,
  action: string,
  resource: string,
  context: Readonly<Record<string, string>>,
): boolean {
  const holds = Object.entries(Condition?.StringEquals ?? {}).every(([key, value]) => context[key] === value);
  return holds && Action.some((one) => fits(one, action)) && Resource.some((one) => fits(one, resource));
}

function fits(pattern: string, text: string): boolean {
  const escaped = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${escaped}$`).test(text);
}
