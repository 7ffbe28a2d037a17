import { decodeJwt } from "jose";
import { runningEntra, type RunningEntra } from "./running-entra";
import { clientId, realV2, sampleDirectory, secret, tenantId } from "./sample-directory";

interface Told {
  readonly device_code: string;
  readonly error?: string;
  readonly error_codes?: readonly number[];
  readonly id_token?: string;
  readonly refresh_token?: string;
}

let later = 0;
let running: RunningEntra;
const start = async (isFallbackPublicClient: boolean) => {
  later = 0;
  const directory = sampleDirectory({ application: { isFallbackPublicClient } });
  running = await runningEntra(directory, { now: () => Date.now() + later });
};
afterEach(() => running.entra.close());

const post = async (path: string, form: Readonly<Record<string, string>>) => {
  const { status, body } = await running.send(`/login.microsoftonline.com/${tenantId}/oauth2${path}`, { form });
  return { status, ...(JSON.parse(body) as Told) };
};
const scope = "openid profile offline_access";
const ask = (version: "" | "/v2.0" = "/v2.0") => post(`${version}/devicecode`, { client_id: clientId, scope });
const grant_type = "urn:ietf:params:oauth:grant-type:device_code";
const redeem = ({ device_code }: Told, more: Readonly<Record<string, string>> = {}) =>
  post("/v2.0/token", { grant_type, client_id: clientId, device_code, ...more });

test("whoever is signed in enters the code: tokens come once, and a refresh works without a secret", async () => {
  await start(true);
  const asked = await ask();
  expect(asked).toMatchObject({ verification_uri: "https://microsoft.com/devicelogin", expires_in: 900, interval: 5 });
  expect(asked).not.toHaveProperty("verification_uri_complete");
  running.entra.signInAs("ada@contoso.com");
  const { status, id_token = "", refresh_token = "" } = await redeem(asked);
  expect(status).toBe(200);
  expect(decodeJwt(id_token)).toMatchObject({ iss: realV2, aud: clientId, oid: "id-ada" });
  expect(await redeem(asked)).toMatchObject({ status: 400, error_codes: [9002313] });
  const refresh = { grant_type: "refresh_token", client_id: clientId, refresh_token };
  expect(await post("/v2.0/token", refresh)).toMatchObject({ status: 200 });
});

test("until somebody enters it a code is pending (70016), and after 15 minutes it has expired (70020)", async () => {
  await start(true);
  const asked = await ask();
  expect(await redeem(asked)).toMatchObject({ status: 400, error: "authorization_pending", error_codes: [70016] });
  later = 901_000;
  expect(await redeem(asked)).toMatchObject({ error: "expired_token", error_codes: [70020] });
});

test("an application without public client flows gets a code, and no token for it (7000218)", async () => {
  await start(false);
  const asked = await ask();
  running.entra.signInAs("ada@contoso.com");
  expect(await redeem(asked)).toMatchObject({ status: 401, error: "invalid_client", error_codes: [7000218] });
});

test("with public client flows a secret is one too many (700025)", async () => {
  await start(true);
  const asked = await ask();
  running.entra.signInAs("ada@contoso.com");
  expect(await redeem(asked, { client_secret: secret })).toMatchObject({ error_codes: [700025] });
});

test("v1 tells its numbers as text, and the page by another name", async () => {
  await start(true);
  expect(await ask("")).toMatchObject({
    verification_url: "https://microsoft.com/devicelogin",
    expires_in: "900",
    interval: "5",
  });
});
