import { decodeJwt, createLocalJWKSet, jwtVerify, type JSONWebKeySet } from "jose";
import { Browser } from "./browser";
import { runningEntra, type RunningEntra } from "./running-entra";
import { clientId, realV1, realV2, sampleDirectory, secret, tenantId } from "./sample-directory";

let later = 0;
let running: RunningEntra;
let browser: Browser;
beforeAll(async () => {
  running = await runningEntra(sampleDirectory(), { now: () => Date.now() + later });
  browser = new Browser(running);
});
afterAll(() => running.entra.close());

const verified = async (token: string) => {
  const { body } = await running.send(`/${tenantId}/discovery/v2.0/keys`);
  return (await jwtVerify(token, createLocalJWKSet(JSON.parse(body) as JSONWebKeySet))).payload;
};
const web = async () =>
  (await browser.authorize({ redirect_uri: "https://portal.contoso.com/auth/callback", code_challenge: "" }))
    .redeemable;

test("a public client with PKCE gets a signed token with its nonce", async () => {
  const { status, id_token } = await browser.signIn();
  expect(status).toBe(200);
  expect(await verified(id_token)).toMatchObject({ iss: realV2, aud: clientId, nonce: "n1", oid: "id-ada" });
});

test("a code is taken once (54005)", async () => {
  const { redeemable } = await browser.authorize();
  expect(await browser.redeem(redeemable)).toMatchObject({ status: 200 });
  expect(await browser.redeem(redeemable)).toMatchObject({ status: 400, error_codes: [54005] });
});

test("a code is of no use without its verifier (501481), with another redirect URI (500112) or unknown (9002313)", async () => {
  const { redeemable } = await browser.authorize();
  expect(await browser.redeem(redeemable, { code_verifier: "other" })).toMatchObject({ error_codes: [501481] });
  expect(await browser.redeem(redeemable, { redirect_uri: "http://localhost:1" })).toMatchObject({
    status: 401,
    error_codes: [500112],
  });
  expect(await browser.redeem(redeemable, { code: "0.other" })).toMatchObject({ error_codes: [9002313] });
});

test("a code is too old after ten minutes (70008)", async () => {
  const { redeemable } = await browser.authorize();
  later = 601_000;
  expect(await browser.redeem(redeemable)).toMatchObject({ error_codes: [70008] });
  later = 0;
});

test("a refreshed v2 token is signed, and has no nonce", async () => {
  const payload = await verified((await browser.refresh(await browser.signIn())).id_token);
  expect(payload).toMatchObject({ iss: realV2 });
  expect(payload).not.toHaveProperty("nonce");
});

test("a refreshed v1 token is unsigned", async () => {
  const v1 = new Browser(running, undefined, "");
  const first = await v1.signIn({ scope: "openid" });
  expect(await verified(first.id_token)).toMatchObject({ iss: realV1 });
  const { id_token } = await v1.refresh(first);
  expect(id_token).toMatch(/\.$/);
  expect(decodeJwt(id_token).iss).toBe(realV1);
});

test("there is a refresh token on v2 only with offline_access", async () => {
  expect(await browser.signIn({ scope: "openid profile" })).not.toHaveProperty("refresh_token");
});

test("a public client must not send a secret (700025)", async () => {
  const { redeemable } = await browser.authorize();
  expect(await browser.redeem(redeemable, { client_secret: secret })).toMatchObject({ error_codes: [700025] });
});

test("a web client must send a secret (7000218), and the right one (7000215), in the form or by HTTP Basic", async () => {
  expect(await browser.redeem(await web())).toMatchObject({ status: 401, error_codes: [7000218] });
  expect(await browser.redeem(await web(), { client_secret: "wrong" })).toMatchObject({ error_codes: [7000215] });
  expect(await browser.redeem(await web(), { client_secret: secret })).toMatchObject({ status: 200 });
  const basic = Buffer.from(`${clientId}:${encodeURIComponent(secret)}`).toString("base64");
  expect(await browser.redeem(await web(), {}, { authorization: `Basic ${basic}` })).toMatchObject({ status: 200 });
});

test("a single-page application redeems only across origins (9002327)", async () => {
  const { redeemable } = await browser.authorize({ redirect_uri: "https://spa.contoso.com/" });
  expect(await browser.redeem(redeemable)).toMatchObject({ error_codes: [9002327] });
  expect(await browser.redeem(redeemable, {}, { origin: "https://spa.contoso.com" })).toMatchObject({ status: 200 });
});
