import type { AccessKey, AccessKeys } from "./access-keys";
import { signatureV4 } from "./signature-v4";

/** A request to AWS, signed in a header or in its query. */
export interface SignedRequest {
  readonly method: string;
  readonly url: URL;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** A request that is nobody's, and why. */
export class UnknownSigner extends Error {
  override readonly name = "UnknownSigner";
}

interface Claimed {
  readonly credential: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  readonly at: string;
  readonly sessionToken: string | undefined;
}

const lifetime = 15 * 60_000;

/** The access key that a request says it is signed with; nothing is checked. */
export const claimedKeyOf = (request: SignedRequest): string | undefined => claimed(request)?.credential.split("/")[0];

/**
 * Whose a request is.
 *
 * @throws UnknownSigner if it is not signed with a key that is known, now
 */
export function signerOf(request: SignedRequest, keys: AccessKeys): AccessKey {
  const claim = claimed(request);
  if (claim === undefined) throw new UnknownSigner("not signed");
  const { credential, signedHeaders, signature, at, sessionToken } = claim;
  const [accessKeyId = "", date = "", region = "", service = ""] = credential.split("/");
  const time = Date.parse(at.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));
  // [doc] Written so that no date at all is refused too.
  if (!(Math.abs(Date.now() - time) < lifetime)) throw new UnknownSigner("expired: older than 15 minutes");
  const key = keys.find(accessKeyId);
  if (key === undefined) throw new UnknownSigner(`unknown access key ${accessKeyId}`);
  // [doc] Temporary credentials are three, and the third is sent along.
  if (key.session?.token !== sessionToken)
    throw new UnknownSigner(`the session token is not the one of ${accessKeyId}`);
  if (key.session !== undefined && key.session.expires.getTime() < Date.now())
    throw new UnknownSigner(`the credentials of ${accessKeyId} have expired`);
  const headers = signedHeaders.map((name) => [name, one(request.headers[name])] as const);
  const right = signatureV4({ ...request, headers }, { at, date, region, service }, key.secretAccessKey);
  if (right !== signature) throw new UnknownSigner("the signature is not one for this request");
  return key;
}

function claimed({ url, headers }: SignedRequest): Claimed | undefined {
  const { authorization } = headers;
  if (typeof authorization === "string") {
    const part = (name: string) => new RegExp(`${name}=([^,\\s]+)`).exec(authorization)?.[1] ?? "";
    return {
      credential: part("Credential"),
      signedHeaders: part("SignedHeaders").split(";"),
      signature: part("Signature"),
      at: one(headers["x-amz-date"]),
      sessionToken: headers["x-amz-security-token"] === undefined ? undefined : one(headers["x-amz-security-token"]),
    };
  }
  const given = (name: string) => url.searchParams.get(name) ?? "";
  if (given("X-Amz-Signature") === "") return undefined;
  return {
    credential: given("X-Amz-Credential"),
    signedHeaders: given("X-Amz-SignedHeaders").split(";"),
    signature: given("X-Amz-Signature"),
    at: given("X-Amz-Date"),
    sessionToken: url.searchParams.get("X-Amz-Security-Token") ?? undefined,
  };
}

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value.join(",") : (value ?? ""));
