import { Client, seed } from "./client";
import { graphForEachTest } from "./graph";

const graph = graphForEachTest();

test("client credentials give a token whose object ID is the deployer's service principal", async () => {
  const { status, body } = await graph().signIn(seed.deployer.clientId, "right");
  expect(status).toBe(200);
  const claims = JSON.parse(Buffer.from(body.access_token.split(".")[1]!, "base64url").toString()) as object;
  const [servicePrincipal] = graph()
    .directory.all("servicePrincipals")
    .filter(({ appId }) => appId === seed.deployer.clientId);
  expect(claims).toMatchObject({ oid: servicePrincipal!.id, tid: seed.tenant.id, appid: seed.deployer.clientId });
});

test("a wrong secret, an unknown application, another grant and another tenant get no token", async () => {
  const { clientId } = seed.deployer;
  expect(await graph().signIn(clientId, "wrong")).toMatchObject({ status: 401, body: { error_codes: [7000215] } });
  expect(await graph().signIn(seed.tenant.id, "right")).toMatchObject({ status: 400, body: { error_codes: [700016] } });
  const password = await graph().signIn(clientId, "right", { grant_type: "password" });
  expect(password).toMatchObject({ status: 400, body: { error: "unsupported_grant_type" } });
  const elsewhere = await graph().send("POST", "/fabrikam.com/oauth2/v2.0/token", "grant_type=client_credentials");
  expect(elsewhere).toMatchObject({ status: 400, body: { error_codes: [90002] } });
});

test("no token, a token of another instance and a changed token are refused with 401", async () => {
  const other = await Client.start();
  const { body } = await other.signIn(seed.deployer.clientId, "right");
  await other.server.close();
  for (const authorization of ["", `Bearer ${body.access_token}`, "Bearer a.b.c"]) {
    const reply = await graph().get("users", { authorization });
    expect(reply).toMatchObject({ status: 401, body: { error: { code: "InvalidAuthenticationToken" } } });
  }
});

test("an unknown route is 400, a known one with another method 405, and both are logged", async () => {
  expect(await graph().get("identity/b2cUserFlows")).toMatchObject({
    status: 400,
    body: { error: { code: "BadRequest", message: "Resource not found for the segment 'b2cUserFlows'." } },
  });
  expect((await graph().send("PUT", "/v1.0/users")).status).toBe(405);
  expect((await graph().send("GET", "/v2.0/users")).status).toBe(404);
  expect(graph().server.log.slice(1)).toEqual([
    { method: "GET", path: "/v1.0/identity/b2cUserFlows", status: 400, route: undefined },
    { method: "PUT", path: "/v1.0/users", status: 405, route: undefined },
    { method: "GET", path: "/v2.0/users", status: 404, route: undefined },
  ]);
});

test.each(["/v1.0/users/%E0%A4%A", "//", "/v1.0/", "/v1.0/$batch"])(
  "the path %s is refused and breaks nothing",
  async (path) => {
    const { status } = await graph().send("GET", path);
    expect([400, 404]).toContain(status);
  },
);

test("a request is logged with its route, `{}` for each variable", async () => {
  await graph().get("users/ada@contoso.com?$select=id");
  expect(graph().server.log.at(-1)).toEqual({
    method: "GET",
    path: "/v1.0/users/ada@contoso.com?$select=id",
    status: 200,
    route: "/v1.0/users/{}",
  });
});

test("metadata leads everything to the configured address", async () => {
  const { url } = graph().server;
  const { body } = await graph().send("GET", "/metadata/endpoints?api-version=2022-09-01");
  expect(body).toMatchObject({ microsoftGraphResourceId: url, authentication: { loginEndpoint: url } });
});

test("through the host graph.microsoft.com the answers are the same ones", async () => {
  const direct = await graph().get("users?$top=1");
  expect((await graph().get("users?$top=1", { host: "graph.microsoft.com" })).body).toEqual(direct.body);
  const discovery = await graph().send("GET", "/common/v2.0/.well-known/openid-configuration", undefined, {
    host: "login.microsoftonline.com",
  });
  expect(discovery.body).toMatchObject({ issuer: `https://login.microsoftonline.com/${seed.tenant.id}/v2.0` });
});

test("another server can hand over a request that it received", async () => {
  const path = `/${seed.tenant.id}/oauth2/v2.0/token`;
  const { clientId, clientSecret } = seed.deployer;
  const body = `grant_type=client_credentials&client_id=${clientId}&client_secret=${clientSecret}`;
  const token = await graph().server.handle({ method: "POST", path, headers: {}, body });
  const { access_token } = JSON.parse(token.body) as { access_token: string };
  const headers = { host: "graph.microsoft.com", authorization: `Bearer ${access_token}` };
  const users = await graph().server.handle({ method: "GET", path: "/v1.0/users", headers, body: "" });
  expect(users.status).toBe(200);
});

test("an instance does not see what another one made", async () => {
  const other = await Client.start();
  await other.delete("users/ada@contoso.com");
  expect((await other.get("users/ada@contoso.com")).status).toBe(404);
  expect((await graph().get("users/ada@contoso.com")).status).toBe(200);
  await other.server.close();
});
