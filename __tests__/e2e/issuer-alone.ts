import { createServer } from "node:https";
import type { JWK } from "jose";
import type { CertificateAuthority } from "../../sandbox/machine/certificates";
import { listenOnLoopback } from "../../sandbox/machine/loopback";

/** Issuers that publish keys, and do nothing else. */
export interface IssuersAlone {
  /** Without a slash at the end; every path below it is an issuer. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

const document = "/.well-known/openid-configuration";

/**
 * Starts a server of discovery documents.
 *
 * @param slash whether the issuer of a path ends in a slash, which its document's address does not say
 */
export async function startIssuers(
  authority: CertificateAuthority,
  keys: readonly JWK[],
  slash: (path: string) => boolean,
): Promise<IssuersAlone> {
  const certificate = await authority.issueServer(["localhost", "127.0.0.1"]);
  const server = createServer(certificate, ({ url: path = "" }, response) => {
    response.setHeader("content-type", "application/json");
    if (!path.endsWith(document)) {
      response.end(JSON.stringify({ keys }));
      return;
    }
    const issuerPath = path.slice(0, -document.length);
    const issuer = `${url}${issuerPath}${slash(issuerPath) ? "/" : ""}`;
    response.end(JSON.stringify({ issuer, jwks_uri: `${url}/keys` }));
  });
  const listening = await listenOnLoopback(server, 0);
  const url = `https://localhost:${listening.port}`;
  return { url, close: () => listening.close() };
}
