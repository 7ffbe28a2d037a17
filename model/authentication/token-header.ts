import { UnmarshalError, goString, goStrings } from "./go-json";
import { jsonNode, type JsonNode } from "./json-node";
import { goText } from "./go-text";

/** What go-jose reads of the header of a token. */
export interface TokenHeader {
  /** Empty if there is none. */
  readonly alg: string;
  /** Empty if there is none: then every key is tried. */
  readonly kid: string;
}

/**
 * Reads the header as go-jose does, v2 of gopkg.in/square/go-jose: names letter by letter, none twice.
 *
 * @throws UnmarshalError or SyntaxError if it is none
 */
export function tokenHeader(bytes: Uint8Array): TokenHeader {
  if (bytes.length === 0) return { alg: "", kid: "" };
  const node = jsonNode(goText(bytes));
  if (node.kind === "null") return { alg: "", kid: "" };
  if (node.kind !== "object") throw UnmarshalError.of(node, "value of type jose.rawHeader");
  refuseRepeated(node);
  const fields = new Map(node.entries);
  const certificates = fields.get("x5c");
  if (certificates !== undefined) chain(certificates);
  for (const key of ["nonce"]) textOf(fields.get(key));
  return { alg: textOf(fields.get("alg")), kid: textOf(fields.get("kid")) };
}

const textOf = (node: JsonNode | undefined) => (node === undefined ? "" : goString(node));

function chain(node: JsonNode): void {
  if (node.kind === "array") goStrings(node.items);
  else throw UnmarshalError.of(node, "value of type []string");
}

/** At any depth. */
function refuseRepeated(node: JsonNode): void {
  if (node.kind === "array") node.items.forEach(refuseRepeated);
  if (node.kind !== "object") return;
  const seen = new Set<string>();
  for (const [key, inside] of node.entries) {
    if (seen.has(key)) throw new UnmarshalError(`json: duplicate key '${key}' in object`);
    seen.add(key);
    refuseRepeated(inside);
  }
}
