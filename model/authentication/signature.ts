import { compactVerify, errors, importJWK, type JWK } from "jose";

/** What the flags take, and EKS with them. */
export const signingAlgorithm = "RS256";

/**
 * Whether one of these keys signed a token. go-jose encodes header and payload anew before it looks, so bits that are left
 * over at the end of either change nothing.
 *
 * @param kid key that the token names; with an empty one every key is tried
 */
export async function isSigned(token: string, kid: string, keys: readonly JWK[]): Promise<boolean> {
  const anew = token
    .split(".")
    .map((part) => Buffer.from(part, "base64url").toString("base64url"))
    .join(".");
  for (const key of keys) {
    if ((kid === "" || key.kid === kid) && (await isSignedBy(anew, key))) return true;
  }
  return false;
}

async function isSignedBy(token: string, key: JWK): Promise<boolean> {
  if (key.kty !== "RSA") return false;
  try {
    await compactVerify(token, await importJWK(key, signingAlgorithm), { algorithms: [signingAlgorithm] });
    return true;
  } catch (error) {
    if (error instanceof errors.JOSEError) return false;
    throw error;
  }
}
