import type { CelRule } from "./cel-rule";
import type { JsonNode } from "./json-node";
import { TokenRefusal } from "./refusal";
import type { TokenAuthenticator } from "./token-authenticator";

type Claims = ReadonlyMap<string, JsonNode>;
type GroupsRead = Pick<TokenAuthenticator, "groupsClaim" | "groupsPrefix" | "furtherGroupsClaims">;

/** What stands before the groups of each claim: the claim's own name before those of the further ones, which cannot be mistaken for object IDs. */
function groupsPrefixes(read: GroupsRead): readonly (readonly [claim: string, prefix: string])[] {
  const { groupsClaim, groupsPrefix, furtherGroupsClaims = [] } = read;
  return [
    ...(groupsClaim === undefined ? [] : [[groupsClaim, groupsPrefix] as const]),
    ...furtherGroupsClaims.map((claim) => [claim, `${groupsPrefix}${claim}:`] as const),
  ];
}

/** Groups of several claims in CEL: each claim a text or a list of texts, or not there. kubernetes.io/docs/reference/access-authn-authz/authentication */
export const groupsExpression = (read: GroupsRead) =>
  groupsPrefixes(read)
    .map(([claim, prefix]) => `${listOf(JSON.stringify(claim))}.map(group, ${JSON.stringify(prefix)} + group)`)
    .join(" + ");

/** A map would be gone through by its keys, so that only a list is taken as one. */
function listOf(claim: string): string {
  const value = `claims[?${claim}].orValue([])`;
  return `dyn(type(${value}) == list ? ${value} : [claims[${claim}]])`;
}

/** Says what the claim form of the groups says by itself: groups that are elsewhere are none, and would be missed silently. */
export const listedGroupsRule: CelRule = {
  expression: 'claims[?"groups"].hasValue() || !claims[?"_claim_names"][?"groups"].hasValue()',
  message: "the token lists no groups, because the person is in too many",
};

/**
 * The same by this judge.
 *
 * @throws TokenRefusal if a claim is neither text nor a list of texts
 */
export function mergedGroups(claims: Claims, authenticator: TokenAuthenticator): string[] {
  const all = groupsPrefixes(authenticator).flatMap(([name, prefix]) =>
    textsOf(name, claims.get(name), authenticator).map((group) => `${prefix}${group}`),
  );
  return all.filter((group) => group !== "");
}

function textsOf(name: string, claim: JsonNode | undefined, authenticator: TokenAuthenticator): readonly string[] {
  if (claim === undefined) return [];
  if (claim.kind === "string") return [claim.text];
  const texts = claim.kind === "array" ? claim.items.flatMap((one) => (one.kind === "string" ? one.text : [])) : [];
  if (claim.kind === "array" && texts.length === claim.items.length) return texts;
  const reason = `expression '${groupsExpression(authenticator)}' resulted in error: no such overload`;
  const props = { check: "groups", claim: name, wanted: "a list of text", got: claim.kind } as const;
  throw new TokenRefusal(`oidc: error evaluating group claim expression: ${reason}`, props);
}

/** @throws TokenRefusal if the groups of a token are elsewhere */
export function demandListedGroups(claims: Claims): void {
  const names = claims.get("_claim_names");
  if (claims.has("groups") || names?.kind !== "object" || !names.entries.some(([name]) => name === "groups")) return;
  const { expression, message } = listedGroupsRule;
  throw new TokenRefusal(
    `oidc: error evaluating claim validation expression: validation expression '${expression}' failed: ${message}`,
    { check: "distributed groups", claim: "_claim_names" },
  );
}
