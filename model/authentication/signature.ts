import { constants, verify, type KeyObject } from "node:crypto";
import { importJWK, type JWK } from "jose";
import type { ToldBy } from "./token-authenticator";

/** What the flags take, and EKS with them. */
export const signingAlgorithm = "RS256";

/** In the order in which an API server names them: allowedSigningAlgs in plugin/pkg/authenticator/token/oidc/oidc.go of k8s.io/apiserver. */
export const signingAlgorithms: Readonly<Record<ToldBy, readonly string[]>> = {
  flags: [signingAlgorithm],
  configuration: ["ES256", "ES384", "ES512", "PS256", "PS384", "PS512", "RS256", "RS384", "RS512"],
};

/** The kind of key that each family of algorithms signs with, and how: RFC 7518, 3. */
const families = {
  RS: { kty: "RSA", options: {} },
  PS: { kty: "RSA", options: { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO } },
  ES: { kty: "EC", options: { dsaEncoding: "ieee-p1363" } },
} as const;

/** The curve that each algorithm is made for. */
const curves: ReadonlyMap<string, string> = new Map([
  ["ES256", "P-256"],
  ["ES384", "P-384"],
  ["ES512", "P-521"],
]);

/** Who signed a token, by its header. */
export interface Signed {
  /** One of `signingAlgorithms`. */
  readonly alg: string;
  /** Key that the token names; with an empty one every key is tried. */
  readonly kid: string;
}

/**
 * Whether one of these keys signed a token. go-jose encodes header and payload anew before it looks, so bits that are left
 * over at the end of either change nothing.
 */
export async function isSigned(token: string, { alg, kid }: Signed, keys: readonly JWK[]): Promise<boolean> {
  const [header, payload, signature] = token.split(".").map((part) => Buffer.from(part, "base64url"));
  if (header === undefined || payload === undefined || signature === undefined) return false;
  const signed = Buffer.from(`${header.toString("base64url")}.${payload.toString("base64url")}`);
  const { kty, options } = families[alg.slice(0, 2) as keyof typeof families];
  const fits = (key: JWK) => key.kty === kty && (kty === "RSA" || key.crv === curves.get(alg));
  for (const jwk of keys.filter((one) => fits(one) && (kid === "" || one.kid === kid))) {
    const key = (await importJWK(jwk, alg)) as KeyObject;
    // Not by jose, which refuses an empty `crit`.
    if (verify(`sha${alg.slice(2)}`, signed, { key, ...options }, signature)) return true;
  }
  return false;
}
