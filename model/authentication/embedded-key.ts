import { createPublicKey, type JsonWebKey } from "node:crypto";
import { UnmarshalError, goString } from "./go-json";
import type { JsonNode } from "./json-node";

const texts = ["kty", "crv", "n", "e", "x", "y", "k", "d", "p", "q", "dp", "dq", "qi", "kid", "alg", "use", "x5u"];

/**
 * Reads the `jwk` of a header, by which go-jose verifies nothing but which has to be a public key.
 *
 * @throws UnmarshalError if it is none
 */
export function demandPublicKey(node: JsonNode | undefined): void {
  if (node === undefined || node.kind === "null") return;
  if (node.kind !== "object") throw UnmarshalError.of(node, "value of type jose.rawJSONWebKey");
  const fields = new Map(node.entries);
  const key: JsonWebKey = Object.fromEntries(
    texts.flatMap((name) => {
      const field = fields.get(name);
      return field === undefined || field.kind === "null" ? [] : [[name, goString(field)]];
    }),
  );
  if (key.d !== undefined || !isKey(key)) {
    throw new UnmarshalError("go-jose/go-jose: invalid embedded jwk, must be public key");
  }
}

function isKey(key: JsonWebKey): boolean {
  try {
    createPublicKey({ key, format: "jwk" });
    return true;
  } catch {
    return false;
  }
}
