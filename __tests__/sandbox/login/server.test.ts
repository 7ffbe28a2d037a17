import { decodeJwt } from "jose";
import type { Forward } from "../../../sandbox/login/forward";
import { Browser } from "./browser";
import { runningEntra, type RunningEntra } from "./running-entra";
import { clientId, realV1, realV2, sampleDirectory, tenantId } from "./sample-directory";

const forwarded: unknown[] = [];
let running: RunningEntra;
beforeAll(async () => {
  const forward: Forward = (request) => {
    forwarded.push(request);
    if (request.path === "/broken") throw new Error("nobody there");
    return Promise.resolve({ status: 201, headers: { "x-from": "graph" }, body: "passed on" });
  };
  running = await runningEntra(sampleDirectory(), { forward });
});
afterAll(() => running.entra.close());
beforeEach(() => {
  forwarded.length = 0;
});

interface Document {
  readonly issuer: string;
  readonly token_endpoint: string;
}
const discovery = async (path: string, headers = {}) => {
  const { body } = await running.send(`${path}/.well-known/openid-configuration`, { headers });
  return JSON.parse(body) as Document;
};

test("the issuer follows the way that was taken", async () => {
  const { url } = running.entra;
  const real = "/login.microsoftonline.com";
  expect(await discovery(`/${tenantId}/v2.0`)).toMatchObject({ issuer: `${url}/${tenantId}/v2.0` });
  expect(await discovery(`/${tenantId}`)).toMatchObject({ issuer: `${url}/${tenantId}/` });
  expect(await discovery(`${real}/${tenantId}/v2.0`)).toMatchObject({
    issuer: realV2,
    token_endpoint: `${url}${real}/${tenantId}/oauth2/v2.0/token`,
  });
  expect(await discovery(`/sts.windows.net/${tenantId}`)).toMatchObject({ issuer: realV1 });
  expect(await discovery(`/${tenantId}`, { host: "sts.windows.net" })).toMatchObject({
    issuer: realV1,
    token_endpoint: `https://login.microsoftonline.com/${tenantId}/oauth2/token`,
  });
});

test("the token has the issuer of the way that was taken", async () => {
  const { id_token } = await new Browser(running, "").signIn();
  expect(decodeJwt(id_token).iss).toBe(`${running.entra.url}/${tenantId}/v2.0`);
});

test("the discovery document lacks code_challenge_methods_supported", async () => {
  const document = await discovery("/common/v2.0");
  expect(document).toHaveProperty("authorization_endpoint");
  expect(document).not.toHaveProperty("code_challenge_methods_supported");
});

test("the discovery document of a real issuer is found on localhost, of another issuer nowhere", async () => {
  const { entra } = running;
  const ofV1 = `/sts.windows.net/${tenantId}`;
  expect(entra.discoveryUrl(realV1)).toBe(`${entra.url}${ofV1}/.well-known/openid-configuration`);
  expect(await discovery(ofV1)).toMatchObject({ issuer: realV1 });
  expect(entra.discoveryUrl("https://accounts.fabrikam.com")).toBeUndefined();
  expect(entra.discoveryUrl("none")).toBeUndefined();
});

test("another tenant is not found (90002), a verified domain is", async () => {
  const { status, body } = await running.send(`/${clientId}/v2.0/.well-known/openid-configuration`);
  expect(status).toBe(400);
  expect(body).toContain(`AADSTS90002: Tenant '${clientId}' not found.`);
  expect(await discovery("/Contoso.com/v2.0")).toMatchObject({ issuer: `${running.entra.url}/${tenantId}/v2.0` });
});

test("MSAL learns that login.microsoftonline.com is Microsoft's", async () => {
  const { body } = await running.send("/common/discovery/instance", { headers: { host: "login.microsoftonline.com" } });
  expect(JSON.parse(body)).toMatchObject({
    tenant_discovery_endpoint: `https://login.microsoftonline.com/${tenantId}/v2.0/.well-known/openid-configuration`,
    metadata: [{ preferred_network: "login.microsoftonline.com" }],
  });
});

test("requests to graph.microsoft.com are passed on, and their answers back", async () => {
  const headers = { host: "graph.microsoft.com", "x-ms": "1" };
  const reply = await running.send("/v1.0/users?$top=1", { headers });
  expect(reply).toMatchObject({ status: 201, body: "passed on", headers: { "x-from": "graph" } });
  expect(forwarded).toEqual([{ method: "GET", path: "/v1.0/users?$top=1", headers: { "x-ms": "1" }, body: "" }]);
});

test("client credentials are passed on, without the host in the path", async () => {
  const form = { grant_type: "client_credentials", client_id: clientId };
  await running.send(`/login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`, { form });
  expect(forwarded).toMatchObject([
    {
      method: "POST",
      path: `/${tenantId}/oauth2/v2.0/token`,
      body: `grant_type=client_credentials&client_id=${clientId}`,
    },
  ]);
});

test("an unknown route is a 404 that says so, with a log entry", async () => {
  const reply = await running.send(`/${tenantId}/oauth2/v2.0/logout?x=1`, { form: {} });
  expect(reply.status).toBe(404);
  expect(reply.body).toContain(`nothing at POST ${running.entra.url.slice(8)}/${tenantId}/oauth2/v2.0/logout`);
  expect(running.entra.log.at(-1)).toEqual({
    method: "POST",
    path: `/${tenantId}/oauth2/v2.0/logout?x=1`,
    status: 404,
    route: undefined,
  });
});

test("the log names the route, whichever way was taken", async () => {
  await discovery(`/sts.windows.net/${tenantId}`);
  expect(running.entra.log.at(-1)).toMatchObject({ status: 200, route: "/{}/.well-known/openid-configuration" });
});

test("a mistake of the emulation is told to the client (500), and the server lives on", async () => {
  const reply = await running.send("/broken", { headers: { host: "graph.microsoft.com" } });
  expect(reply.status).toBe(500);
  expect(reply.body).toContain("nobody there");
  expect(running.entra.log.at(-1)).toMatchObject({ status: 500, path: "/broken" });
});

test("two servers in one process know nothing of each other", async () => {
  const other = await runningEntra(sampleDirectory());
  other.entra.signInAs("ada@contoso.com");
  const { redeemable } = await new Browser(other).authorize({ login_hint: "" });
  expect((await running.send("/__login")).body).toBe('{"user":null}');
  expect(await new Browser(running).redeem(redeemable)).toMatchObject({ error_codes: [9002313] });
  expect(other.entra.log).toHaveLength(1);
  await other.entra.close();
});
