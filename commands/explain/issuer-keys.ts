import type { JWK } from "jose";
import { z } from "zod";
import { UnreadFile, readBytes } from "../../config/file/read-bytes";
import { NoAnswer } from "../../config/no-answer";
import { shown } from "../../config/text/shown";
import { ask, type Asking } from "../https/ask";
import { unanswered } from "../https/unanswered";

const mostBytes = 4 * 1024 * 1024;

/** RFC 7517, "JWK Set Format" */
const KeySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })).min(1) });
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
    throw new NoAnswer(`${shown(file)} must be a JWK set with at least one key, {"keys": [{"kty": "RSA", …}]}`);
  }
}

/** The keys of the issuer, or why they are not to be had. */
export type FetchedKeys = { readonly keys: readonly JWK[] } | { readonly missing: string };

/** Fetches the public keys as an API server does: openid.net/specs/openid-connect-discovery-1_0.html */
export async function fetchKeys(issuerUrl: string, asking: Asking): Promise<FetchedKeys> {
  const discoveryUrl = `${issuerUrl.replace(/\/$/, "")}/.well-known/openid-configuration`;
  try {
    const { jwks_uri } = Discovery.parse(await json(discoveryUrl, asking));
    return { keys: KeySet.parse(await json(jwks_uri, asking)).keys };
  } catch (error) {
    const reason = error instanceof z.ZodError ? "its answer has no keys" : unanswered(error).reason;
    return { missing: `${discoveryUrl} did not give the keys: ${reason}` };
  }
}

async function json(url: string, asking: Asking): Promise<unknown> {
  const { status, body } = await ask(url, asking);
  if (status !== 200) throw new Error(`it answered ${String(status)}`);
  return JSON.parse(body);
}
