import type { CelRule } from "./cel-rule";
import { TokenRefusal } from "./refusal";
import type { TokenAuthenticator } from "./token-authenticator";

/** Names that Kubernetes reserves: a token must not make anybody a member of `system:masters`. EKS refuses them in prefixes. */
export const userRules = {
  username: {
    expression: "!user.username.startsWith('system:')",
    message: "a user name must not begin with system:",
  },
  groups: {
    expression: "user.groups.all(group, !group.startsWith('system:'))",
    message: "a group must not begin with system:",
  },
} as const satisfies Readonly<Record<string, CelRule>>;

/**
 * The user rules, in their order.
 *
 * @throws TokenRefusal at the first that does not hold
 */
export function demandNoReservedNames(
  user: { readonly username: string; readonly groups: readonly string[] },
  authenticator: TokenAuthenticator,
): void {
  const { usernameClaim, groupsClaim = "groups" } = authenticator;
  demand(userRules.username, usernameClaim, [user.username]);
  demand(userRules.groups, groupsClaim, user.groups);
}

function demand({ expression, message }: CelRule, claim: string, names: readonly string[]): void {
  const reserved = names.find((name) => name.startsWith("system:"));
  if (reserved === undefined) return;
  const reason = `validation expression '${expression}' failed: ${message}`;
  const props = { check: "reserved name", claim, got: reserved } as const;
  throw new TokenRefusal(`oidc: error evaluating user info validation rule: ${reason}`, props);
}

/** Whether a name with this prefix can begin with `system:`, by what the claim says after it. */
export const leavesReserved = (prefix: string) => "system:".startsWith(prefix);
