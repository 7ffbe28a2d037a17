import { goTime } from "../../model/authentication/go-time";
import type { JsonNode } from "../../model/authentication/json-node";
import type { TokenAuthenticator } from "../../model/authentication/token-authenticator";
import type { ExplainedClaim } from "./explanation";

/**
 * What a cluster wants of a token, and what the token says.
 *
 * @param now seconds since 1970
 */
export function tokenClaims(
  claims: ReadonlyMap<string, JsonNode>,
  authenticator: TokenAuthenticator,
  now: number,
): ExplainedClaim[] {
  const { issuerUrl, clientId, usernameClaim, groupsClaim, requiredClaims } = authenticator;
  const time = goTime(BigInt(Math.floor(now)));
  const wanted: readonly (readonly [name: string, wanted: string])[] = [
    ["iss", issuerUrl],
    ["aud", clientId],
    ["exp", `after ${time}`],
    ...(claims.has("nbf") ? [["nbf", `before ${time}`] as const] : []),
    [usernameClaim, "text: the user name"],
    ...(usernameClaim === "email" && claims.has("email_verified") ? [["email_verified", "true"] as const] : []),
    ...(groupsClaim === undefined ? [] : [[groupsClaim, "a list of object IDs"] as const]),
    ...(claims.has("_claim_names") ? [["_claim_names", "none: the groups themselves"] as const] : []),
    ...Object.entries(requiredClaims),
  ];
  return wanted.map(([name, must]) => ({ name, wanted: must, got: got(name, claims.get(name)) }));
}

function got(name: string, node: JsonNode | undefined): string | null {
  switch (node?.kind) {
    case undefined:
      return null;
    case "string":
      return node.text;
    case "number":
      return name === "exp" || name === "nbf" ? time(node.text) : node.text;
    case "bool":
      return String(node.value);
    case "null":
      return "null";
    case "array":
      return name === "groups" ? count(node.items.length) : node.items.map(element).join(", ");
    case "object":
      return "a map";
  }
}

/** A number that no calendar has stays as it is written. */
function time(text: string): string {
  const seconds = Math.trunc(Number(text));
  return Number.isSafeInteger(seconds) ? goTime(BigInt(seconds)) : text;
}

/** Lists in lists can be thousands deep, and no claim of a token is made so. */
const element = (item: JsonNode) => (item.kind === "array" ? "a list" : got("", item));

const count = (length: number) => `${String(length)} ${length === 1 ? "group" : "groups"}`;
