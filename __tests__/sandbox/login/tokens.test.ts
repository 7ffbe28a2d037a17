import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from "jose";
import { TokenService, type TokenOptions } from "../../../sandbox/login/tokens";
import { localUrl } from "./claims-of";
import { clientId, realV1, realV2, sampleDirectory, tenantId } from "./sample-directory";

const clock = Date.UTC(2030, 0, 1);
const service = () => new TokenService({ directory: sampleDirectory(), localUrl: () => localUrl, now: () => clock });
const tokens = service();
const mint = (options: Partial<TokenOptions> = {}) => tokens.idToken("ada", { clientId, issuer: realV2, ...options });
const verify = async (token: string, by = tokens) =>
  jwtVerify(token, createLocalJWKSet({ keys: await by.publishedKeys() }), { currentDate: new Date(clock) });

test.each([
  [realV1, realV1],
  [realV2, realV2],
  [`${localUrl}/${tenantId}/`, `${localUrl}/${tenantId}/`],
  [`${localUrl}/${tenantId}/v2.0`, `${localUrl}/${tenantId}/v2.0`],
])("a token for issuer %p has it to the letter", async (issuer, iss) => {
  expect(decodeJwt(await mint({ issuer })).iss).toBe(iss);
});

test("a slash too many or too few in the trusted issuer is not in the token", async () => {
  expect(decodeJwt(await mint({ issuer: realV1.slice(0, -1) })).iss).toBe(realV1);
  expect(decodeJwt(await mint({ issuer: `${realV2}/` })).iss).toBe(realV2);
});

test("the issuer of another tenant is refused (90002), one that is not Entra's is a mistake", async () => {
  const issuer = realV2.replace(tenantId, clientId);
  await expect(mint({ issuer })).rejects.toMatchObject({ number: 90002, error: "invalid_tenant" });
  await expect(mint({ issuer: "https://accounts.fabrikam.com" })).rejects.toThrow("The issuer must be Entra's");
});

test("whoever may not sign in gets no token", async () => {
  const refused = tokens.idToken("off", { clientId, issuer: realV2 });
  await expect(refused).rejects.toMatchObject({ name: "EntraError", number: 50057, error: "invalid_grant" });
  await expect(mint({ scopes: ["Mail.Read"] })).rejects.toThrow("AADSTS65001");
});

test("a token is signed with the published key, which has no alg", async () => {
  const { protectedHeader } = await verify(await mint());
  const [key] = await tokens.publishedKeys();
  expect(protectedHeader).toEqual({ typ: "JWT", alg: "RS256", kid: key!.kid });
  expect(key).toEqual({ kty: "RSA", e: "AQAB", n: key!.n, kid: key!.kid, x5t: key!.kid, use: "sig" });
});

test("a token with a foreign key names the published one and does not verify", async () => {
  const token = await mint({ foreignKey: true });
  expect(decodeProtectedHeader(token)).toEqual(decodeProtectedHeader(await mint()));
  await expect(verify(token)).rejects.toThrow("signature verification failed");
});

test("two services do not take each other's tokens", async () => {
  await expect(verify(await mint(), service())).rejects.toThrow("no applicable key");
});

test("a refreshed v1 token is unsigned, a refreshed v2 token is signed", async () => {
  const v1 = await mint({ issuer: realV1, refreshed: true });
  expect(v1).toMatch(/^[\w-]+\.[\w-]+\.$/);
  expect(JSON.parse(Buffer.from(v1.split(".")[0]!, "base64url").toString())).toEqual({ typ: "JWT", alg: "none" });
  expect((await verify(await mint({ refreshed: true }))).payload.iss).toBe(realV2);
});

test("a token lives an hour by the given clock, or as long as it should", async () => {
  const now = clock / 1000;
  expect(decodeJwt(await mint())).toMatchObject({ iat: now - 300, nbf: now - 300, exp: now + 3600 });
  expect(decodeJwt(await mint({ lifetimeSeconds: -60 })).exp).toBe(now - 60);
});

test("claims can be changed before signing, and removed", async () => {
  const { payload } = await verify(await mint({ set: { aud: "other", groups: undefined } }));
  expect(payload).toMatchObject({ aud: "other", oid: "id-ada" });
  expect(payload).not.toHaveProperty("groups");
});
