import { grouped } from "../../model/grouped";
import { iamPolicy, type IamPolicy } from "../../model/permissions/iam-policy";
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
  const rights = stacks.flatMap((stack) => stack[phase].aws);
  const policies = [...grouped(rights, ({ identity }) => identity)].map(
    ([identity, of]) => [identity, iamPolicy(of.flatMap(({ statements }) => statements))] as const,
  );
  return Object.fromEntries(policies);
}
