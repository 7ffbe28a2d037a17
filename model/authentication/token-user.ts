import { goBool, goFolded, goMap, goString, goStrings, UnmarshalError } from "./go-json";
import { goQuoted } from "./go-quoted";
import type { JsonNode } from "./json-node";
import { demandListedGroups, mergedGroups } from "./merged-groups";
import { TokenRefusal, type RefusalProps } from "./refusal";
import type { TokenAuthenticator } from "./token-authenticator";
import { demandNoReservedNames } from "./user-rules";

/** Who somebody is to an API server, prefixes included; `system:authenticated`, which everybody gets, is left out. */
export interface TokenUser {
  readonly username: string;
  readonly groups: readonly string[];
}

type Claims = ReadonlyMap<string, JsonNode>;

/**
 * What kube-apiserver makes of the claims of a token that is verified. Their names count letter by letter.
 *
 * @throws TokenRefusal at the first that it does not take
 */
export function userOf(claims: Claims, authenticator: TokenAuthenticator): TokenUser {
  const further = authenticator.furtherGroupsClaims ?? [];
  if (further.length === 0) demandNoDistributedGroups(claims, authenticator);
  const username = usernameOf(claims, authenticator);
  const groups = further.length === 0 ? groupsOf(claims, authenticator) : mergedGroups(claims, authenticator);
  demandRequired(claims, authenticator);
  if (further.length > 0) demandListedGroups(claims);
  if (authenticator.toldBy === "configuration") demandNoReservedNames({ username, groups }, authenticator);
  return { username, groups };
}

function demandNoDistributedGroups(claims: Claims, { groupsClaim }: TokenAuthenticator): void {
  if (groupsClaim === undefined || claims.has(groupsClaim)) return;
  const props = { check: "distributed groups", claim: "_claim_names" } as const;
  const refuse = (reason: string): never => {
    throw new TokenRefusal(`oidc: could not expand distributed claims: ${reason}`, props);
  };
  const names = claims.get("_claim_names");
  if (names === undefined) return;
  const sources = claims.get("_claim_sources");
  if (sources === undefined) return refuse("oidc: no claim sources");
  const endpoints = orRefuse(
    () => endpointsOf(sources),
    (reason) => refuse(`oidc: could not parse claim sources: ${reason}`),
  );
  const named = goMap(names).get(groupsClaim);
  if (named === undefined) return;
  const endpoint = endpoints.get(goString(named));
  if (endpoint === undefined) {
    return refuse(`id token _claim_names contained a source ${goString(named)} missing in _claims_sources`);
  }
  if (endpoint === "") return;
  refuse(`while getting distributed claim ${goQuoted(groupsClaim)}: Get ${goQuoted(endpoint)}`);
}

/** Of each source its `endpoint`, empty if it has none; names of fields match in any case. */
function endpointsOf(sources: JsonNode): Map<string, string> {
  const endpoints = new Map<string, string>();
  for (const [name, source] of goMap(sources)) {
    endpoints.set(name, "");
    for (const [key, node] of goMap(source)) {
      const field = ["endpoint", "access_token", "jwt"].find((one) => one === goFolded(key));
      if (field === undefined || node.kind === "null") continue;
      const text = goString(node, `struct field endpoint.${field === "jwt" ? "JWT" : field} of type string`);
      if (field === "endpoint") endpoints.set(name, text);
    }
  }
  return endpoints;
}

function usernameOf(claims: Claims, { usernameClaim, usernamePrefix }: TokenAuthenticator): string {
  const failed = (reason: string, props: Partial<RefusalProps> = {}): never => {
    const start = `oidc: parse username claims ${goQuoted(usernameClaim)}: `;
    throw new TokenRefusal(`${start}${reason}`, { check: "username", claim: usernameClaim, wanted: "text", ...props });
  };
  const claim = claims.get(usernameClaim) ?? failed("claim not present");
  const username = orRefuse(
    () => goString(claim),
    (reason) => failed(reason, { got: claim.kind }),
  );
  if (usernameClaim === "email") demandVerifiedMail(claims);
  return `${usernamePrefix}${username}`;
}

function demandVerifiedMail(claims: Claims): void {
  const claim = claims.get("email_verified");
  if (claim === undefined) return;
  const props = { check: "email verified", claim: "email_verified", wanted: "true" } as const;
  const verified = orRefuse(
    () => goBool(claim),
    (reason) => {
      throw new TokenRefusal(`oidc: parse 'email_verified' claim: ${reason}`, { ...props, got: claim.kind });
    },
  );
  if (!verified) throw new TokenRefusal("oidc: email not verified", { ...props, got: "false" });
}

function groupsOf(claims: Claims, { groupsClaim, groupsPrefix }: TokenAuthenticator): string[] {
  const claim = groupsClaim === undefined ? undefined : claims.get(groupsClaim);
  if (groupsClaim === undefined || claim === undefined || claim.kind === "null") return [];
  const groups = orRefuse(
    () => textsOf(claim),
    (reason) => {
      const props = { check: "groups", claim: groupsClaim, wanted: "a list of text", got: claim.kind } as const;
      throw new TokenRefusal(`oidc: parse groups claim ${goQuoted(groupsClaim)}: ${reason}`, props);
    },
  );
  return groups.map((group) => `${groupsPrefix}${group}`);
}

function textsOf(claim: JsonNode): string[] {
  if (claim.kind === "array" && claim.items.every(({ kind }) => kind === "string" || kind === "null")) {
    return goStrings(claim.items);
  }
  return [goString(claim)];
}

function demandRequired(claims: Claims, { requiredClaims }: TokenAuthenticator): void {
  for (const [name, wanted] of Object.entries(requiredClaims)) {
    const props = { check: "required claim", claim: name, wanted } as const;
    const claim = claims.get(name);
    if (claim === undefined) throw new TokenRefusal(`oidc: required claim ${name} not present in ID token`, props);
    const got = orRefuse(
      () => goString(claim),
      (reason) => {
        throw new TokenRefusal(`oidc: parse claim ${name}: ${reason}`, { ...props, got: claim.kind });
      },
    );
    if (got === wanted) continue;
    const reason = `oidc: required claim ${name} value does not match. Got = ${got}, want = ${wanted}`;
    throw new TokenRefusal(reason, { ...props, got });
  }
}

function orRefuse<Value>(read: () => Value, refuse: (reason: string) => never): Value {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UnmarshalError)) throw error;
    return refuse(error.message);
  }
}
