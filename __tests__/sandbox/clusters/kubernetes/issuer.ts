import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload, type KeyLike } from "jose";
import type { CertificateAuthority } from "../../../../sandbox/machine/certificates";

/** An OIDC issuer that has keys, and nothing to sign in with. */
export class Issuer {
  private constructor(
    readonly url: string,
    private readonly key: KeyLike,
    private readonly server: Server,
  ) {}

  static async start(authority: CertificateAuthority): Promise<Issuer> {
    const { publicKey, privateKey } = await generateKeyPair("ES256");
    const jwk = { ...(await exportJWK(publicKey)), kid: "1", alg: "ES256", use: "sig" };
    const server = createServer(await authority.issueServer(["localhost"]), (request, response) => {
      const url = `https://localhost:${String((server.address() as AddressInfo).port)}`;
      const discovery = {
        issuer: url,
        jwks_uri: `${url}/keys`,
        authorization_endpoint: `${url}/authorize`,
        token_endpoint: `${url}/token`,
        response_types_supported: ["code"],
        subject_types_supported: ["pairwise"],
        id_token_signing_alg_values_supported: ["ES256"],
      };
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(request.url === "/keys" ? { keys: [jwk] } : discovery));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return new Issuer(`https://localhost:${(server.address() as AddressInfo).port}`, privateKey, server);
  }

  /** An ID token of an hour for the audience `kubectl`. */
  token(claims: JWTPayload): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const all = { iss: this.url, aud: "kubectl", sub: "1", iat: now, exp: now + 3600, ...claims };
    return new SignJWT(all).setProtectedHeader({ alg: "ES256", kid: "1" }).sign(this.key);
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => {
      this.server.close(() => {
        resolve();
      });
    });
  }
}
