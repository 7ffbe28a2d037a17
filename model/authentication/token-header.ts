import { X509Certificate } from "node:crypto";
import { demandPublicKey } from "./embedded-key";
import { UnmarshalError, goString, goStrings } from "./go-json";
import { goText } from "./go-text";
import { jsonNode, type JsonNode } from "./json-node";

/** What go-jose reads of the header of a token. */
export interface TokenHeader {
  /** Empty if there is none. */
  readonly alg: string;
  /** Empty if there is none: then every key is tried. */
  readonly kid: string;
  /** Whether the header lets a signature over encoded header and payload count: `crit` and `b64` of RFC 7797. */
  readonly isVerifiable: boolean;
}

type Fields = ReadonlyMap<string, JsonNode>;

/**
 * Reads the header as go-jose does, v2 of gopkg.in/go-jose: names letter by letter, none twice.
 *
 * @throws UnmarshalError or SyntaxError if it is none
 */
export function tokenHeader(bytes: Uint8Array): TokenHeader {
  const node: JsonNode = bytes.length === 0 ? { kind: "null" } : jsonNode(goText(bytes), Infinity);
  if (node.kind !== "object" && node.kind !== "null") throw UnmarshalError.of(node, "value of type jose.rawHeader");
  refuseUnreadable(node);
  const fields: Fields = new Map(node.kind === "null" ? [] : node.entries);
  demandChain(fields.get("x5c"));
  demandPublicKey(fields.get("jwk"));
  textOf(fields.get("nonce"));
  return { alg: textOf(fields.get("alg")), kid: textOf(fields.get("kid")), isVerifiable: isVerifiable(fields) };
}

const textOf = (node: JsonNode | undefined) => (node === undefined ? "" : goString(node));

function demandChain(node: JsonNode | undefined): void {
  if (node === undefined || node.kind === "null") return;
  if (node.kind !== "array") throw UnmarshalError.of(node, "value of type []string");
  for (const certificate of goStrings(node.items)) {
    try {
      new X509Certificate(Buffer.from(certificate, "base64"));
    } catch {
      throw new UnmarshalError("failed to unmarshal x5c header: x509: malformed certificate");
    }
  }
}

/** go-jose knows no critical field but `b64`; a `b64` of another type is none to it. */
function isVerifiable(fields: Fields): boolean {
  try {
    const critical = fields.get("crit");
    const names = critical === undefined ? [] : listOf(critical);
    if (names.some((name) => name !== "b64")) return false;
  } catch (error) {
    if (error instanceof UnmarshalError) return false;
    throw error;
  }
  const encoded = fields.get("b64");
  return encoded?.kind === "bool" ? encoded.value : true;
}

function listOf(node: JsonNode): string[] {
  if (node.kind === "null") return [];
  if (node.kind === "array") return goStrings(node.items);
  throw UnmarshalError.of(node, "value of type []string");
}

/** Names that stand twice and numbers beyond float64, at any depth: without recursion, for there is no limit to it. */
function refuseUnreadable(header: JsonNode): void {
  const left = [header];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (node.kind === "number" && !Number.isFinite(Number(node.text))) {
      throw new UnmarshalError(`json: cannot unmarshal number ${node.text} into Go value of type float64`);
    }
    if (node.kind === "array") for (const item of node.items) left.push(item);
    if (node.kind !== "object") continue;
    const seen = new Set<string>();
    for (const [key, inside] of node.entries) {
      if (seen.has(key)) throw new UnmarshalError(`json: duplicate key '${key}' in object`);
      seen.add(key);
      left.push(inside);
    }
  }
}
