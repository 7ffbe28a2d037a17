import { graphForEachTest } from "./graph";

const graph = graphForEachTest();
const made = async (change: object = {}) =>
  (await graph().post("applications", { displayName: "eks", ...change })).body;

test("an application is found by its client ID, and shows what nobody gave", async () => {
  const { id, appId } = await made();
  expect((await graph().get(`applications(appId='${appId}')`)).body).toMatchObject({
    id,
    signInAudience: "AzureADMyOrg",
    publisherDomain: "contoso.com",
    web: { redirectUris: [], redirectUriSettings: [] },
  });
});

test("parts of an application merge, and optional claims are replaced", async () => {
  const { id } = await made({
    web: { redirectUris: ["https://contoso.com/"] },
    optionalClaims: { idToken: [{ name: "upn" }] },
  });
  await graph().patch(`applications/${id}`, { web: { homePageUrl: "https://contoso.com" }, optionalClaims: {} });
  expect((await graph().get(`applications/${id}`)).body).toMatchObject({
    web: { redirectUris: ["https://contoso.com/"], homePageUrl: "https://contoso.com" },
    optionalClaims: { idToken: [], accessToken: [], saml2Token: [] },
  });
});

test.each([
  ["without a name", { displayName: "" }],
  ["with a property that does not exist", { redirectUris: [] }],
  ["with a client ID of its own choice", { appId: "d3b07384-d9a0-4c9b-8f6a-0a1b2c3d4e5f" }],
  ["with http outside this machine", { web: { redirectUris: ["http://contoso.com/"] } }],
  ["with one redirect twice", { publicClient: { redirectUris: ["http://localhost", "http://localhost"] } }],
  ["with a redirect that has a fragment", { spa: { redirectUris: ["https://contoso.com/#a"] } }],
  ["with an unknown audience", { signInAudience: "Everybody" }],
  ["with unknown group claims", { groupMembershipClaims: "SecurityGroup,Teams" }],
  ["with an identifier of a domain that is not verified", { identifierUris: ["https://fabrikam.com/app"] }],
  ["with two roles of one value", { appRoles: roles("a", "a") }],
  ["that asks for access without a GUID", { requiredResourceAccess: [{ resourceAppId: "graph", resourceAccess: [] }] }],
  ["with a claim from nowhere", { optionalClaims: { idToken: [{ name: "upn", source: "moon" }] } }],
  ["with two passwords", { passwordCredentials: [{}, {}] }],
])("an application %s is refused", async (_, change) => {
  expect((await graph().post("applications", { displayName: "eks", ...change })).status).toBe(400);
  expect(graph().directory.all("applications")).toHaveLength(1);
});

test("an identifier URI belongs to one application", async () => {
  const identifierUris = ["api://contoso.com/eks"];
  await made({ identifierUris });
  expect(await graph().post("applications", { displayName: "other", identifierUris })).toMatchObject({
    status: 400,
    body: { error: { code: "ObjectConflict" } },
  });
});

test("an enabled role cannot go until it is disabled", async () => {
  const { id } = await made({ appRoles: roles("admin") });
  expect(await graph().patch(`applications/${id}`, { appRoles: [] })).toMatchObject({
    status: 400,
    body: { error: { code: "CannotDeleteOrUpdateEnabledEntitlement" } },
  });
  const disabled = roles("admin").map((role) => ({ ...role, isEnabled: false }));
  expect((await graph().patch(`applications/${id}`, { appRoles: disabled })).status).toBe(204);
  expect((await graph().patch(`applications/${id}`, { appRoles: [] })).status).toBe(204);
});

test("a secret works from the moment that it is added until it is removed, and is shown once", async () => {
  const { id, appId } = await made();
  await graph().post("servicePrincipals", { appId });
  const { body } = await graph().post(`applications/${id}/addPassword`, { passwordCredential: { displayName: "ci" } });
  expect(graph().directory.isSecret(appId, body.secretText)).toBe(true);
  expect((await graph().signIn(appId, body.secretText)).status).toBe(200);
  const { body: shown } = await graph().get(`applications/${id}`);
  expect(shown["passwordCredentials"]).toMatchObject([{ keyId: body.keyId, displayName: "ci", secretText: null }]);
  expect((await graph().post(`applications/${id}/removePassword`, { keyId: body.keyId })).status).toBe(204);
  expect(graph().directory.isSecret(appId, body.secretText)).toBe(false);
  expect((await graph().signIn(appId, body.secretText)).status).toBe(401);
  expect((await graph().post(`applications/${id}/removePassword`, { keyId: body.keyId })).status).toBe(400);
});

test("a secret is none for another application, after its end, or when its application is gone", async () => {
  const { id, appId } = await made();
  const add = async (passwordCredential: object) =>
    (await graph().post(`applications/${id}/addPassword`, { passwordCredential })).body.secretText;
  const past = { startDateTime: "2020-01-01T00:00:00Z", endDateTime: "2021-01-01T00:00:00Z" };
  expect(graph().directory.isSecret(appId, await add(past))).toBe(false);
  const secret = await add({});
  const other = await made();
  expect(graph().directory.isSecret(other.appId, secret)).toBe(false);
  await graph().delete(`applications/${id}`);
  expect(graph().directory.isSecret(appId, secret)).toBe(false);
});

test("nobody chooses the text of a secret", async () => {
  const { id } = await made();
  const passwordCredential = { secretText: "mine" };
  expect((await graph().post(`applications/${id}/addPassword`, { passwordCredential })).status).toBe(400);
});

function roles(...values: readonly string[]): readonly object[] {
  return values.map((value, index) => ({
    id: `5f2b1c3e-0000-4000-8000-00000000000${index}`,
    value,
    displayName: value,
    description: value,
    isEnabled: true,
    allowedMemberTypes: ["User"],
  }));
}
