import { createHash } from "node:crypto";
import { CompactSign, exportJWK, generateKeyPair, type JWK, type KeyLike } from "jose";
import type { Claims } from "./claims";

const algorithm = "RS256";

/** The key that tokens are signed with, and what is published of it. */
export class SigningKey {
  private constructor(
    private readonly privateKey: KeyLike,
    /** As it stands in the key set, without `alg`. [seen] */
    readonly published: JWK & { readonly kid: string },
  ) {}

  /** A new one, known to nobody. */
  static async generate(): Promise<SigningKey> {
    const { privateKey, publicKey } = await generateKeyPair(algorithm);
    const jwk = await exportJWK(publicKey);
    const kid = createHash("sha1")
      .update(jwk.n ?? "")
      .digest("base64url");
    return new SigningKey(privateKey, { ...jwk, kid, use: "sig", x5t: kid });
  }

  /**
   * Signs a token.
   *
   * @param kid ID of the key that the token claims to be signed with
   */
  sign(claims: Claims, kid: string = this.published.kid): Promise<string> {
    return new CompactSign(Buffer.from(JSON.stringify(claims)))
      .setProtectedHeader({ typ: "JWT", alg: algorithm, kid })
      .sign(this.privateKey);
  }
}

/** A token that nobody signed. */
export function unsigned(claims: Claims): string {
  const [header, body] = [{ typ: "JWT", alg: "none" }, claims].map((part) =>
    Buffer.from(JSON.stringify(part)).toString("base64url"),
  );
  return `${header ?? ""}.${body ?? ""}.`;
}
