import { goFolded, goMap, goSeconds, goString, goStrings, UnmarshalError } from "./go-json";
import type { JsonNode } from "./json-node";

/** Where a distributed claim is to be had: `claimSource` of go-oidc. */
type Sources = Map<string, unknown>;

/** What go-oidc reads of an ID token: `idToken` in verify.go of github.com/coreos/go-oidc, v2.3.0 and v2.5.0. */
export interface RegisteredClaims {
  iss: string;
  aud: readonly string[];
  /**
   * Seconds since 1970.
   *
   * @default - missing, which is the year 1
   */
  exp?: bigint;
  /**
   * Seconds since 1970.
   *
   * @default - the token has no beginning
   */
  nbf?: bigint;
  claimNames: Map<string, string>;
  claimSources: Sources;
}

/**
 * Reads the claims as a struct of Go: names in any case, the last of several counts, null changes nothing.
 *
 * @throws UnmarshalError if any of them has another type, also one that nobody asks for
 */
export function registeredClaims(payload: JsonNode): RegisteredClaims {
  const claims: RegisteredClaims = { iss: "", aud: [], claimNames: new Map(), claimSources: new Map() };
  // Go reads on after a wrong type, and tells the first; what a type of its own refuses it tells at once.
  let first: UnmarshalError | undefined;
  for (const [key, node] of entriesOf(payload)) {
    const field = goFolded(key);
    try {
      read(claims, field, node);
    } catch (error) {
      if (!(error instanceof UnmarshalError) || atOnce.has(field)) throw error;
      first ??= error;
    }
  }
  if (first !== undefined) throw first;
  return claims;
}

/** The `iss` alone, as kube-apiserver looks for whose token it is. */
export function issuerOf(payload: JsonNode): string {
  let issuer = "";
  for (const [key, node] of entriesOf(payload)) {
    if (goFolded(key) === "iss" && node.kind !== "null") issuer = goString(node);
  }
  return issuer;
}

const atOnce: ReadonlySet<string> = new Set(["aud", "exp", "iat", "nbf"]);

function entriesOf(payload: JsonNode): readonly (readonly [string, JsonNode])[] {
  if (payload.kind === "object") return payload.entries;
  if (payload.kind === "null") return [];
  throw UnmarshalError.of(payload, "value of type oidc.idToken");
}

function read(claims: RegisteredClaims, field: string, node: JsonNode): void {
  const isNull = node.kind === "null";
  switch (field) {
    case "iss":
      if (!isNull) claims.iss = text(node, "iss");
      break;
    case "sub":
    case "nonce":
    case "at_hash":
      text(node, field);
      break;
    case "aud":
      claims.aud = audience(node);
      break;
    case "exp":
      claims.exp = goSeconds(node, "exp");
      break;
    case "iat":
      goSeconds(node, "iat");
      break;
    case "nbf":
      if (isNull) delete claims.nbf;
      else claims.nbf = goSeconds(node, "nbf");
      break;
    case "_claim_names":
      merge(claims.claimNames, node, "_claim_names", "map[string]string", (name) => text(name, "_claim_names"));
      break;
    case "_claim_sources":
      merge(claims.claimSources, node, "_claim_sources", "map[string]oidc.claimSource", source);
      break;
  }
}

const text = (node: JsonNode, field: string) => goString(node, `struct field idToken.${field} of type string`);

function audience(node: JsonNode): string[] {
  if (node.kind === "array") return goStrings(node.items, "struct field idToken.aud of type string");
  if (node.kind === "string" || node.kind === "null") return [goString(node)];
  throw UnmarshalError.of(node, "struct field idToken.aud of type []string");
}

/** A map that is there is added to, and null empties it. */
function merge<Value>(
  map: Map<string, Value>,
  node: JsonNode,
  field: string,
  type: string,
  read: (node: JsonNode) => Value,
): void {
  if (node.kind === "null") map.clear();
  for (const [key, inside] of goMap(node, `struct field idToken.${field} of type ${type}`)) map.set(key, read(inside));
}

function source(node: JsonNode): unknown {
  for (const [key, inside] of goMap(node, "struct field idToken._claim_sources of type oidc.claimSource")) {
    const field = goFolded(key);
    if (field === "endpoint" || field === "access_token")
      goString(inside, `struct field claimSource._claim_sources.${field} of type string`);
  }
  return node;
}
