import type { JWK } from "jose";
import { decodedBase64Url } from "./base64url";
import { UnmarshalError } from "./go-json";
import { goQuoted } from "./go-quoted";
import { goTime } from "./go-time";
import type { JsonNode } from "./json-node";
import { isAtLeast, type KubernetesVersion } from "./kubernetes-version";
import { TokenRefusal, type RefusalProps } from "./refusal";
import { registeredClaims, type RegisteredClaims } from "./registered-claims";
import { isSigned, signingAlgorithm, signingAlgorithms } from "./signature";
import type { TokenAuthenticator } from "./token-authenticator";
import { tokenHeader, type TokenHeader } from "./token-header";

export interface VerifyTokenProps {
  readonly token: string;
  readonly payload: JsonNode;
  readonly authenticator: TokenAuthenticator;
  /** @default - the signature is not checked */
  readonly keys: readonly JWK[] | undefined;
  /** Seconds since 1970, with their fraction. */
  readonly now: number;
  readonly kubernetes: KubernetesVersion;
}

/** What each release verifies with: go-oidc v2 up to 1.37, v3 from 1.38, whose order and leeway differ. */
const withVersion3 = { major: 1, minor: 38 };

/**
 * `Verify` in verify.go of github.com/coreos/go-oidc, in its order.
 *
 * @throws TokenRefusal at the first thing that does not hold
 */
export async function verifyToken(props: VerifyTokenProps): Promise<void> {
  const isVersion3 = isAtLeast(props.kubernetes, withVersion3);
  const header = readHeader(props.token);
  if (isVersion3) await demandSignature(header, props);
  const claims = readClaims(props.payload);
  demandSources(claims);
  demandAudience(claims, props.authenticator);
  demandTime(claims, props.now, isVersion3 ? 300 : 60);
  if (!isVersion3) await demandSignature(header, props);
}

function refuse(reason: string, props: RefusalProps): never {
  throw new TokenRefusal(`oidc: verify token: ${reason}`, props);
}

function readHeader(token: string): TokenHeader {
  // go-jose takes white space out of a token first.
  const [header = "", , signature = ""] = token.replace(/\s/g, "").split(".");
  const bytes = decodedBase64Url(header);
  if (bytes === undefined || decodedBase64Url(signature) === undefined) {
    refuse("oidc: malformed jwt: illegal base64 data", { check: "header" });
  }
  try {
    return tokenHeader(bytes);
  } catch (error) {
    if (!(error instanceof UnmarshalError) && !(error instanceof SyntaxError)) throw error;
    return refuse(`oidc: malformed jwt: ${error.message}`, { check: "header" });
  }
}

function readClaims(payload: JsonNode): RegisteredClaims {
  try {
    return registeredClaims(payload);
  } catch (error) {
    if (!(error instanceof UnmarshalError)) throw error;
    return refuse(`oidc: failed to unmarshal claims: ${error.message}`, { check: "registered claims" });
  }
}

function demandSources({ claimNames, claimSources }: RegisteredClaims): void {
  const props = { check: "claim sources", claim: "_claim_names" } as const;
  for (const source of claimNames.values()) {
    if (source === "") refuse("oidc: failed to obtain source from claim name", props);
    if (!claimSources.has(source)) refuse("oidc: source does not exist", props);
  }
}

function demandAudience({ aud }: RegisteredClaims, { clientId }: TokenAuthenticator): void {
  if (aud.includes(clientId)) return;
  const got = `[${aud.map(goQuoted).join(" ")}]`;
  refuse(`oidc: expected audience ${goQuoted(clientId)} got ${got}`, {
    check: "audience",
    claim: "aud",
    wanted: clientId,
    got: aud.join(", "),
  });
}

/** @param leeway seconds that a token may come before its time; after its time there is none */
function demandTime({ exp, nbf }: RegisteredClaims, now: number, leeway: number): void {
  // A number that overflows the years of Go is long ago.
  if (exp === undefined || before(exp, now)) {
    refuse(`oidc: token is expired (Token Expiry: ${goTime(exp)})`, {
      check: "expiry",
      claim: "exp",
      wanted: `later than ${goTime(BigInt(Math.floor(now)))}`,
      got: goTime(exp),
    });
  }
  if (nbf === undefined || !after(nbf, now + leeway)) return;
  const current = goTime(BigInt(Math.floor(now)));
  refuse(`oidc: current time ${current} before the nbf (not before) time: ${goTime(nbf)}`, {
    check: "not before",
    claim: "nbf",
    wanted: `${goTime(BigInt(Math.floor(now + leeway)))} or earlier`,
    got: goTime(nbf),
  });
}

const before = (seconds: bigint, now: number) => Number(inGo(seconds)) < now;
const after = (seconds: bigint, now: number) => Number(inGo(seconds)) > now;

/** Go counts from the year 1 in 64 bits, so what is too late for it is long ago. */
const inGo = (seconds: bigint) => BigInt.asIntN(64, seconds + sinceYear1) - sinceYear1;
const sinceYear1 = 62_135_596_800n;

async function demandSignature({ alg, kid, isVerifiable }: TokenHeader, props: VerifyTokenProps): Promise<void> {
  const { token, keys, kubernetes, authenticator } = props;
  const taken = signingAlgorithms[authenticator.toldBy ?? "flags"];
  if (!taken.includes(alg)) {
    const expected = `expected [${taken.map(goQuoted).join(" ")}]`;
    const reason = isAtLeast(kubernetes, withVersion3)
      ? `oidc: malformed jwt: go-jose/go-jose: unexpected signature algorithm ${goQuoted(alg)}; ${expected}`
      : `oidc: id token signed with unsupported algorithm, ${expected} got ${goQuoted(alg)}`;
    refuse(reason, { check: "algorithm", claim: "alg", wanted: signingAlgorithm, got: alg });
  }
  if (isVerifiable && (keys === undefined || (await isSigned(token, { alg, kid }, keys)))) return;
  refuse("failed to verify signature: failed to verify id token signature", {
    check: "signature",
    ...(kid === "" ? {} : { claim: "kid", got: kid }),
  });
}
