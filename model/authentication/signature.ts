import { verify, type KeyObject } from "node:crypto";
import { importJWK, type JWK } from "jose";

/** What the flags take, and EKS with them. */
export const signingAlgorithm = "RS256";

/**
 * Whether one of these keys signed a token. go-jose encodes header and payload anew before it looks, so bits that are left
 * over at the end of either change nothing.
 *
 * @param kid key that the token names; with an empty one every key is tried
 */
export async function isSigned(token: string, kid: string, keys: readonly JWK[]): Promise<boolean> {
  const [header, payload, signature] = token.split(".").map((part) => Buffer.from(part, "base64url"));
  if (header === undefined || payload === undefined || signature === undefined) return false;
  const signed = Buffer.from(`${header.toString("base64url")}.${payload.toString("base64url")}`);
  for (const key of keys.filter(({ kty, kid: id }) => kty === "RSA" && (kid === "" || id === kid))) {
    // Not by jose, which refuses an empty `crit`.
    if (verify("sha256", signed, (await importJWK(key, signingAlgorithm)) as KeyObject, signature)) return true;
  }
  return false;
}
