import { iamPolicy, type IamPolicy, type IamStatement } from "../../model/permissions/iam-policy";
import type { Phase } from "../../model/permissions/need";
import type { StackPermissions } from "../../model/permissions/stack-permissions";

/** IAM policies as JSON: a policy, or a map of identities to policies where there are several. */
export function inIam(stacks: readonly StackPermissions[], phase: Phase): string {
  const policies = policiesOf(stacks, phase);
  const [first, ...others] = Object.values(policies);
  return JSON.stringify(first !== undefined && others.length === 0 ? first : policies, null, 2);
}

/** The policy of each identity that AWS sees: the environment, a profile, a role. */
export function policiesOf(stacks: readonly StackPermissions[], phase: Phase): Record<string, IamPolicy> {
  const byIdentity = new Map<string, IamStatement[]>();
  for (const { identity, statements } of stacks.flatMap((stack) => stack[phase].aws)) {
    byIdentity.set(identity, [...(byIdentity.get(identity) ?? []), ...statements]);
  }
  return Object.fromEntries([...byIdentity].map(([identity, statements]) => [identity, iamPolicy(statements)]));
}
