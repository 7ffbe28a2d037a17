import type { JWK } from "jose";
import { decodedBase64Url } from "./base64url";
import { goMap, UnmarshalError } from "./go-json";
import { goText } from "./go-text";
import { jsonNode, type JsonNode } from "./json-node";
import { issuerOf } from "./registered-claims";
import type { KubernetesVersion } from "./kubernetes-version";
import { TokenRefusal, type RefusalProps } from "./refusal";
import type { TokenAuthenticator } from "./token-authenticator";
import { userOf, type TokenUser } from "./token-user";
import { verifyToken } from "./verify-token";

export interface JudgeOptions {
  /**
   * Public keys of the issuer.
   *
   * @default - nobody checks the signature, and no token is accepted
   */
  readonly keys?: readonly JWK[];
  /** Seconds since 1970, with their fraction. */
  readonly now: number;
  readonly kubernetes: KubernetesVersion;
}

export type TokenVerdict =
  | ({ readonly verdict: "accepted" } & TokenUser)
  /** All holds but the signature, which nobody has checked. */
  | ({ readonly verdict: "unverified" } & TokenUser)
  /** The reason is what the API server writes to its log. */
  | ({ readonly verdict: "refused"; readonly reason: string } & RefusalProps);

/**
 * What kube-apiserver says of an ID token: `AuthenticateToken` in plugin/pkg/authenticator/token/oidc/oidc.go of
 * k8s.io/apiserver, 1.34 to 1.38.
 *
 * @param token as it stands after `Bearer`
 */
export async function judgeToken(
  token: string,
  authenticator: TokenAuthenticator,
  { keys, now, kubernetes }: JudgeOptions,
): Promise<TokenVerdict> {
  try {
    const payload = ownPayload(token, authenticator);
    await verifyToken({ token, payload, authenticator, keys, now, kubernetes });
    const user = userOf(goMap(payload), authenticator);
    return { verdict: keys === undefined ? "unverified" : "accepted", ...user };
  } catch (error) {
    if (!(error instanceof TokenRefusal)) throw error;
    return { verdict: "refused", reason: error.message, ...error.props };
  }
}

/**
 * Which of the authenticators of an API server judges a token: all others leave it alone. Of a token that is of no issuer
 * among them, the first says so.
 */
export function authenticatorFor(
  token: string,
  authenticators: readonly [TokenAuthenticator, ...TokenAuthenticator[]],
) {
  return authenticators.find((one) => isOwn(token, one)) ?? authenticators[0];
}

function isOwn(token: string, authenticator: TokenAuthenticator): boolean {
  try {
    ownPayload(token, authenticator);
    return true;
  } catch (error) {
    if (error instanceof TokenRefusal) return false;
    throw error;
  }
}

/** What the token says, if it is of this issuer: whatever is not goes to the next authenticator, and nobody says why. */
function ownPayload(token: string, { issuerUrl }: TokenAuthenticator): JsonNode {
  const payload = readPayload(token);
  if (payload === undefined) throw new TokenRefusal("invalid bearer token", { check: "form" });
  const iss = issuerIn(payload);
  if (iss === undefined) throw new TokenRefusal("invalid bearer token", { check: "form", claim: "iss" });
  const issuer = iss === "accounts.google.com" ? "https://accounts.google.com" : iss;
  if (issuer === issuerUrl) return payload;
  throw new TokenRefusal("invalid bearer token", { check: "issuer", claim: "iss", wanted: issuerUrl, got: iss });
}

/** The claims of a token; nothing of what is no token in three parts. */
export function readPayload(token: string): JsonNode | undefined {
  const [, payload = ".", ...rest] = token.split(".");
  const bytes = decodedBase64Url(payload);
  if (rest.length !== 1 || bytes === undefined || token.trimStart().startsWith("{")) return undefined;
  try {
    return jsonNode(goText(bytes));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function issuerIn(payload: JsonNode): string | undefined {
  try {
    return issuerOf(payload);
  } catch (error) {
    if (error instanceof UnmarshalError) return undefined;
    throw error;
  }
}
