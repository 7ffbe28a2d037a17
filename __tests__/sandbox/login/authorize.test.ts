import { Browser } from "./browser";
import { runningEntra, type RunningEntra } from "./running-entra";
import { sampleDirectory } from "./sample-directory";

let running: RunningEntra;
let browser: Browser;
beforeAll(async () => {
  running = await runningEntra(sampleDirectory());
  browser = new Browser(running);
});
afterAll(() => running.entra.close());
afterEach(() => {
  running.entra.signInAs(undefined);
});

const refusal = async (changes: Readonly<Record<string, string>>) => {
  const { searchParams } = (await browser.authorize(changes)).to!;
  return `${searchParams.get("error") ?? ""}: ${searchParams.get("error_description") ?? ""}`;
};

test("whom login_hint names is signed in at once and led back with a code and the state", async () => {
  const { to, redeemable } = await browser.authorize();
  expect(to!.host).toBe("localhost:8000");
  expect(to!.searchParams.get("state")).toBe("s1");
  expect(redeemable.code).toMatch(/^0\./);
});

test("without login_hint nobody is signed in (50058) until somebody is named, in process or by /__login", async () => {
  const nobody = { login_hint: "" };
  expect(await refusal(nobody)).toMatch(/^login_required: AADSTS50058: /);
  running.entra.signInAs("ada@contoso.com");
  expect((await browser.authorize(nobody)).redeemable.code).not.toBe("");
  expect((await running.send("/__login", { json: { user: "off@contoso.com" } })).body).toBe(
    '{"user":"off@contoso.com"}',
  );
  expect(await refusal(nobody)).toContain("AADSTS50057");
  expect((await running.send("/__login", { json: { user: null } })).body).toBe('{"user":null}');
  expect(await refusal(nobody)).toContain("AADSTS50058");
});

test("an unknown application (700016) and a wrong redirect (50011) are a page, not a redirect", async () => {
  for (const [changes, message] of [
    [{ redirect_uri: "http://localhost:8000/else" }, "AADSTS50011"],
    [{ client_id: "unknown" }, "AADSTS700016"],
  ] as const) {
    const { reply, to } = await browser.authorize(changes);
    expect(to).toBeUndefined();
    expect(reply.status).toBe(400);
    expect(reply.body).toContain(message);
  }
});

test("every later refusal leads back to the client", async () => {
  expect(await refusal({ login_hint: "off@contoso.com" })).toMatch(/^invalid_grant: AADSTS50057: /);
  expect(await refusal({ scope: "openid Mail.Read" })).toMatch(/^consent_required: AADSTS65001: /);
  expect(await refusal({ response_type: "id_token" })).toMatch(/^unsupported_response_type: AADSTS700054: /);
  expect(await refusal({ code_challenge_method: "plain" })).toMatch(/^invalid_request: AADSTS9002313: /);
});

test("a single-page application must use PKCE (9002325)", async () => {
  const changes = { redirect_uri: "https://spa.contoso.com/", code_challenge: "" };
  expect(await refusal(changes)).toMatch(/^invalid_request: AADSTS9002325: /);
});
