import type { TokenAuthenticator } from "../../model/authentication/token-authenticator";
import { bytesOf, membersOf, objectText, type Member } from "./json-text";
import type { Signer, SigningKeys } from "./signing-keys";

/** What a token is made for. */
export interface TokenWorld {
  readonly authenticator: TokenAuthenticator;
  readonly keys: SigningKeys;
  /** Seconds since 1970. */
  readonly now: number;
  /** Tells this token from every other: an API server remembers what it accepted. */
  readonly id: string;
}

/** A token before it is put together: each part can be made wrong. */
export interface Draft {
  readonly header: readonly Member[];
  readonly claims: readonly Member[];
  readonly headerText: (text: string) => string;
  readonly payloadText: (text: string) => string;
  readonly sign: Signer;
  readonly signature: (signature: Buffer) => Buffer;
  readonly parts: (parts: readonly string[]) => readonly string[];
}

const tenantId = "6f1c1b62-35f5-4a1c-9b6e-0f7d0c3a9b11";
const unchanged = <Value>(value: Value): Value => value;

/** The claims of Entra's ID token for Ada: v1 where the issuer ends in a slash. */
export function validClaims({ authenticator, now, id }: TokenWorld): Readonly<Record<string, unknown>> {
  const { issuerUrl, clientId, requiredClaims } = authenticator;
  const v1 = issuerUrl.endsWith("/");
  return {
    aud: clientId,
    iss: issuerUrl,
    iat: now - 300,
    nbf: now - 300,
    exp: now + 3600,
    ...(v1 ? { unique_name: "ada@contoso.com" } : { preferred_username: "ada@contoso.com" }),
    email: "ada.lovelace@contoso.com",
    groups: ["0d4c1a52-7d5e-4b7e-8c0a-3f6f3a1d2b01", "0d4c1a52-7d5e-4b7e-8c0a-3f6f3a1d2b02"],
    name: "Ada Lovelace",
    oid: "9a3b5c7d-1e2f-4a5b-8c9d-0e1f2a3b4c5d",
    roles: ["reader", "writer"],
    sub: "AAAAAAAAAAAAAAAAAAAAAIkzqFVrSaSaFHy782bbtaQ",
    tid: tenantId,
    upn: "ada@contoso.com",
    uti: id,
    ver: v1 ? "1.0" : "2.0",
    ...requiredClaims,
  };
}

/** A token that kube-apiserver accepts. */
export const validDraft = (world: TokenWorld): Draft => ({
  header: membersOf({ typ: "JWT", alg: "RS256", kid: "first" }),
  claims: membersOf(validClaims(world)),
  headerText: unchanged,
  payloadText: unchanged,
  sign: world.keys.rs256,
  signature: unchanged,
  parts: unchanged,
});

/** The token itself. Its signature is over the canonical form of header and payload, as go-jose computes it. */
export function tokenOf(draft: Draft): string {
  const texts = [draft.headerText(objectText(draft.header)), draft.payloadText(objectText(draft.claims))];
  const signed = texts.map((text) => bytesOf(text).toString("base64url"));
  const signature = draft.signature(draft.sign(Buffer.from(signed.join("."))));
  return draft.parts([...signed, signature.toString("base64url")]).join(".");
}
