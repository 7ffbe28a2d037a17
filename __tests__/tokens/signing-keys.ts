import { constants, createHmac, generateKeyPairSync, sign, type KeyObject } from "node:crypto";
import type { JWK } from "jose";

interface Pair {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** Signs what stands before the second dot. */
export type Signer = (input: Buffer) => Buffer;

/** How a token may be signed. */
export type Signing =
  "rs256" | "rs256Second" | "rs256Unpublished" | "rs384" | "ps256" | "ps512" | "es256" | "es384" | "hs256";

/** Keys of an issuer, published and not, and every way to sign with them. */
export class SigningKeys {
  private readonly first: Pair = generateKeyPairSync("rsa", { modulusLength: 2048 });
  private readonly second: Pair = generateKeyPairSync("rsa", { modulusLength: 2048 });
  private readonly unpublished: Pair = generateKeyPairSync("rsa", { modulusLength: 2048 });
  private readonly curve: Pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
  private readonly largerCurve: Pair = generateKeyPairSync("ec", { namedCurve: "P-384" });

  /** What the issuer publishes. */
  readonly published: readonly JWK[] = [
    jwkOf(this.first, "first"),
    jwkOf(this.second, "second"),
    jwkOf(this.curve, "curve"),
    jwkOf(this.largerCurve, "larger curve"),
  ];

  readonly embedded: JWK = jwkOf(this.unpublished, "embedded");

  readonly rs256: Signer = rsa(this.first, "sha256");
  readonly rs256Second: Signer = rsa(this.second, "sha256");
  readonly rs256Unpublished: Signer = rsa(this.unpublished, "sha256");
  readonly rs384: Signer = rsa(this.first, "sha384");
  readonly ps256: Signer = pss(this.first, "sha256");
  readonly ps512: Signer = pss(this.first, "sha512");
  readonly es256: Signer = ecdsa(this.curve, "sha256");
  readonly es384: Signer = ecdsa(this.largerCurve, "sha384");
  /** With what everybody knows as its secret. */
  readonly hs256: Signer = (input) =>
    createHmac("sha256", this.first.publicKey.export({ type: "spki", format: "pem" }))
      .update(input)
      .digest();
}

const rsa =
  ({ privateKey }: Pair, hash: string): Signer =>
  (input) =>
    sign(hash, input, privateKey);

const pss =
  ({ privateKey: key }: Pair, hash: string): Signer =>
  (input) =>
    sign(hash, input, {
      key,
      padding: constants.RSA_PKCS1_PSS_PADDING,
      saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
    });

const ecdsa =
  ({ privateKey: key }: Pair, hash: string): Signer =>
  (input) =>
    sign(hash, input, { key, dsaEncoding: "ieee-p1363" });

const jwkOf = ({ publicKey }: Pair, kid: string): JWK => ({
  ...(publicKey.export({ format: "jwk" }) as JWK),
  kid,
  use: "sig",
});
