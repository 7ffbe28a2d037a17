import type { JWK } from "jose";
import { z } from "zod";
import { UnreadFile, readBytes } from "../../config/file/read-bytes";
import { NoAnswer } from "../../config/no-answer";
import { shown } from "../../config/text/shown";

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

/** How long an issuer may take for each of its two answers, in milliseconds. */
const patience = 10_000;

/** Fetches the public keys as an API server does: openid.net/specs/openid-connect-discovery-1_0.html */
export async function fetchKeys(issuerUrl: string): Promise<FetchedKeys> {
  const discoveryUrl = `${issuerUrl.replace(/\/$/, "")}/.well-known/openid-configuration`;
  try {
    const { jwks_uri } = Discovery.parse(await json(discoveryUrl));
    return { keys: KeySet.parse(await json(jwks_uri)).keys };
  } catch (error) {
    return { missing: `${discoveryUrl} did not give them: ${reasonOf(error)}` };
  }
}

async function json(url: string): Promise<unknown> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(patience) });
  if (!answer.ok) throw new Error(`it answered ${String(answer.status)}`);
  return answer.json();
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof z.ZodError) return "its answer has no keys";
  return error.cause instanceof Error ? error.cause.message : error.message;
}
