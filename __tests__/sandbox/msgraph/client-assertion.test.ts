import "reflect-metadata";
import { constants, createHash, KeyObject, sign, webcrypto, X509Certificate } from "node:crypto";
import * as x509 from "@peculiar/x509";
import { refusalOf } from "../../../sandbox/msgraph/client-assertion";
import { seed } from "./client";

const { clientId } = seed.deployer;
const tenantId = seed.tenant.id;
const soon = Date.now() / 1000 + 300;
const own = { iss: clientId, sub: clientId, aud: `https://login.microsoftonline.com/${tenantId}/v2.0`, exp: soon };
const foreign = { iss: "https://issuer.example", sub: "repo:a", aud: "api://AzureADTokenExchange", exp: soon };

const algorithm = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
const modulus = { modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) };
const rsa = () => webcrypto.subtle.generateKey({ ...algorithm, ...modulus }, true, ["sign", "verify"]);

let keys: webcrypto.CryptoKeyPair;
let others: webcrypto.CryptoKeyPair;
let certificate: X509Certificate;
let deployer: Parameters<typeof refusalOf>[1];
beforeAll(async () => {
  [keys, others] = await Promise.all([rsa(), rsa()]);
  const made = await x509.X509CertificateGenerator.createSelfSigned({
    name: "CN=terraform",
    keys,
    signingAlgorithm: algorithm,
  });
  const pem = made.toString("pem");
  certificate = new X509Certificate(pem);
  const publicKey = KeyObject.from(keys.publicKey).export({ type: "spki", format: "pem" }).toString();
  deployer = {
    ...seed.deployer,
    certificate: pem,
    federated: { issuer: foreign.iss, subject: foreign.sub, publicKey },
  };
});

const thumbprint = (hash: string) => createHash(hash).update(certificate.raw).digest("base64url");

function jwt(claims: object, header: { alg: string; [name: string]: string }, key = keys): string {
  const signed = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
  const padding = header.alg === "PS256" ? constants.RSA_PKCS1_PSS_PADDING : constants.RSA_PKCS1_PADDING;
  return `${signed}.${sign("sha256", Buffer.from(signed), { key: KeyObject.from(key.privateKey), padding }).toString("base64url")}`;
}
const codeOf = (assertion: string) => refusalOf(assertion, deployer, tenantId)?.code;

test("a certificate is named by key ID or thumbprint, as azuread and MSAL do", () => {
  expect(codeOf(jwt(own, { alg: "RS256", kid: thumbprint("sha1") }))).toBeUndefined();
  expect(codeOf(jwt(own, { alg: "RS256", x5t: thumbprint("sha1") }))).toBeUndefined();
  expect(codeOf(jwt(own, { alg: "PS256", "x5t#S256": thumbprint("sha256") }))).toBeUndefined();
});

test("another certificate, another key, no signature and another tenant are refused", () => {
  const header = { alg: "RS256", kid: thumbprint("sha1") };
  expect(codeOf(jwt(own, { alg: "RS256", kid: "x" }))).toBe(700027);
  expect(codeOf(jwt(own, header, others))).toBe(700027);
  expect(codeOf(jwt(own, { ...header, alg: "none" }))).toBe(700027);
  expect(codeOf(jwt({ ...own, aud: "https://login.microsoftonline.com/common" }, header))).toBe(700023);
  expect(refusalOf(jwt(own, header), seed.deployer, tenantId)?.code).toBe(700027);
});

test.each([
  ["issuer", { ...foreign, iss: "https://issuer.example/" }, 700211],
  ["subject", { ...foreign, sub: "Repo:a" }, 700213],
  ["audience", { ...foreign, aud: clientId }, 700212],
  ["past", { ...foreign, exp: soon - 600 }, 700024],
])("a federated identity with another %s is refused", (_, claims, code) => {
  expect(codeOf(jwt(foreign, { alg: "RS256" }))).toBeUndefined();
  expect(codeOf(jwt(claims, { alg: "RS256" }))).toBe(code);
});

test("a federated identity that its issuer did not sign, or that nobody trusts, is refused", () => {
  expect(codeOf(jwt(foreign, { alg: "RS256" }, others))).toBe(50013);
  expect(refusalOf(jwt(foreign, { alg: "RS256" }), seed.deployer, tenantId)?.code).toBe(700211);
});

test("what is no token is refused", () => {
  for (const text of ["", "a.b.c", "e30"]) expect(codeOf(text)).toBe(50027);
});
