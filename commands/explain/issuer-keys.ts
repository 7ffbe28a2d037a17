import type { JWK } from "jose";
import { z } from "zod";
import { UnreadFile, readBytes } from "../../config/file/read-bytes";
import { NoAnswer } from "../../config/no-answer";
import { shown } from "../../config/text/shown";
import { discoveryUrl } from "../../model/login/login";
import { ask, type Asking } from "../https/ask";
import { unanswered } from "../https/unanswered";

const mostBytes = 4 * 1024 * 1024;

const base64Url = z.string().regex(/^[A-Za-z0-9_-]+$/);

/** RFC 7518, "RSA Public Key"; whatever else the key has is dropped: what is private, above all. */
const RsaKey = z.object({ kty: z.literal("RSA"), kid: z.string().exactOptional(), n: base64Url, e: base64Url });

/** RFC 7518, "Elliptic Curve Public Key"; Entra has none, an issuer beside it may. */
const CurveKey = z.object({
  kty: z.literal("EC"),
  kid: z.string().exactOptional(),
  crv: z.enum(["P-256", "P-384", "P-521"]),
  x: base64Url,
  y: base64Url,
});

/** No token is signed with another kind. */
const OtherKey = z.object({ kty: z.string().refine((kty) => kty !== "RSA") });

/** RFC 7517, "JWK Set Format" */
const KeySet = z.object({ keys: z.array(z.union([RsaKey, CurveKey, OtherKey])).min(1) });
const Discovery = z.object({ issuer: z.string(), jwks_uri: z.url({ protocol: /^https$/ }) });

/**
 * Public keys of an issuer from a file.
 *
 * @throws NoAnswer if there are none in it
 */
export function keysInFile(file: string): readonly JWK[] {
  try {
    return KeySet.parse(JSON.parse(readBytes(file, mostBytes).toString("utf8"))).keys;
  } catch (error) {
    if (error instanceof UnreadFile) throw new NoAnswer(`The keys in ${shown(file)} ${error.message}`);
    throw new NoAnswer(
      `${shown(file)} must be a JWK set with at least one key, {"keys": [{"kty": "RSA", "n": "…", "e": "AQAB"}]}`,
    );
  }
}

/** The keys of the issuer, or why they are not to be had. */
export type FetchedKeys = { readonly keys: readonly JWK[] } | { readonly missing: string };

/**
 * Fetches the public keys as an API server does, which takes none from an issuer that names itself otherwise:
 * openid.net/specs/openid-connect-discovery-1_0.html
 */
export async function fetchKeys(issuerUrl: string, asking: Asking): Promise<FetchedKeys> {
  const url = discoveryUrl(issuerUrl);
  try {
    const { issuer, jwks_uri } = Discovery.parse(await json(url, asking));
    if (issuer !== issuerUrl) throw new NoKeys(`it says that the issuer is ${issuer}`);
    return { keys: KeySet.parse(await json(jwks_uri, asking)).keys };
  } catch (error) {
    return { missing: `${url} did not give the keys: ${reasonOf(error)}` };
  }
}

/** An answer came, but no keys with it. */
class NoKeys extends Error {
  override readonly name = "NoKeys";
}

async function json(url: string, asking: Asking): Promise<unknown> {
  const { status, body } = await ask(url, asking);
  if (status !== 200) throw new NoKeys(`it answered ${String(status)}`);
  return JSON.parse(body);
}

function reasonOf(error: unknown): string {
  if (error instanceof NoKeys) return error.message;
  if (error instanceof z.ZodError || error instanceof SyntaxError) return "its answer has no keys";
  return unanswered(error).reason;
}
