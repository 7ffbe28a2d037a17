import { constants, verify, X509Certificate } from "node:crypto";
import type { SeedDeployer } from "./directory-view";
import { isObject, type JsonObject, sameText, textAt } from "./json";

/** Why a client assertion is refused, as Entra numbers it. */
export interface AssertionRefusal {
  readonly code: number;
  readonly message: string;
}

/**
 * Checks what a client signed instead of sending a secret: with its certificate, or by an identity elsewhere that it trusts.
 *
 * @param tenantId in the audience of what a certificate signed
 * @returns `undefined` if it is good
 */
export function refusalOf(assertion: string, deployer: SeedDeployer, tenantId: string): AssertionRefusal | undefined {
  const token = read(assertion);
  if (token === undefined) return { code: 50027, message: "JWT token is invalid or malformed." };
  const { claims } = token;
  // [seen]
  if (Number(claims["exp"]) * 1000 < Date.now()) {
    return { code: 700024, message: "Client assertion is not within its valid time range." };
  }
  return sameText(claims["iss"], deployer.clientId)
    ? certificateRefusal(token, deployer, tenantId)
    : federationRefusal(token, deployer);
}

interface Token {
  readonly header: JsonObject;
  readonly claims: JsonObject;
  readonly signed: string;
  readonly signature: Buffer;
}

/** [doc: certificate-credentials] */
function certificateRefusal({ header, claims, ...token }: Token, deployer: SeedDeployer, tenantId: string) {
  const certificate = deployer.certificate === undefined ? undefined : new X509Certificate(deployer.certificate);
  const names = (thumbprint: unknown, fingerprint = "") =>
    typeof thumbprint === "string" &&
    sameText(Buffer.from(thumbprint, "base64url").toString("hex"), fingerprint.replaceAll(":", ""));
  // [src] azuread names it as the key ID, MSAL as the thumbprint
  const named =
    [header["x5t"], header["kid"]].some((thumbprint) => names(thumbprint, certificate?.fingerprint)) ||
    names(header["x5t#S256"], certificate?.fingerprint256);
  if (certificate === undefined || !named || !isSignedBy(certificate.publicKey.export(spki), { header, ...token })) {
    // [seen]
    return {
      code: 700027,
      message:
        "The certificate with identifier used to sign the client assertion is not registered on application. (sandbox: or its signature is wrong)",
    };
  }
  if (sameText(claims["sub"], deployer.clientId) && textAt(claims, "aud").includes(tenantId)) return undefined;
  // [seen] the number; the wording is a [guess]
  return { code: 700023, message: "Client assertion audience or subject claim does not match." };
}

/** [doc: workload-identity-federation] issuer, subject and audience are compared with case */
function federationRefusal({ claims, ...token }: Token, { federated }: SeedDeployer) {
  const unknown = (code: number, what: string, value: unknown) => ({
    code, // [seen]
    message: `No matching federated identity record found for presented assertion ${what} '${String(value)}'.`,
  });
  if (federated === undefined || claims["iss"] !== federated.issuer) return unknown(700211, "issuer", claims["iss"]);
  if (claims["sub"] !== federated.subject) return unknown(700213, "subject", claims["sub"]);
  if (claims["aud"] !== "api://AzureADTokenExchange") return unknown(700212, "audience", claims["aud"]);
  if (isSignedBy(federated.publicKey, token)) return undefined;
  return { code: 50013, message: "Assertion failed signature validation." }; // [seen]
}

const spki = { type: "spki", format: "pem" } as const;

function isSignedBy(publicKey: string | Buffer, { header, signed, signature }: Omit<Token, "claims">): boolean {
  switch (header["alg"]) {
    case "RS256":
      return verify("sha256", Buffer.from(signed), publicKey, signature);
    case "PS256": {
      const key = { key: publicKey, padding: constants.RSA_PKCS1_PSS_PADDING };
      return verify("sha256", Buffer.from(signed), key, signature);
    }
    default:
      return false;
  }
}

function read(assertion: string): Token | undefined {
  const [header = "", claims = "", signature = ""] = assertion.split(".");
  try {
    const [head, said] = [header, claims].map((part): unknown => JSON.parse(Buffer.from(part, "base64url").toString()));
    if (!isObject(head) || !isObject(said)) return undefined;
    return {
      header: head,
      claims: said,
      signed: `${header}.${claims}`,
      signature: Buffer.from(signature, "base64url"),
    };
  } catch {
    return undefined;
  }
}
