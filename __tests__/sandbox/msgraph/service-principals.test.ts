import { microsoftGraph } from "../../../model/login/microsoft-graph";
import { graphForEachTest } from "./graph";

const graph = graphForEachTest();
const servicePrincipalOf = (clientId: string) =>
  graph()
    .directory.all("servicePrincipals")
    .find(({ appId }) => appId === clientId)!;

async function application() {
  const appRoles = [
    { id: "5f2b1c3e-0000-4000-8000-000000000001", isEnabled: true, allowedMemberTypes: ["User"], value: "a" },
  ];
  const { id, appId } = (await graph().post("applications", { displayName: "eks", appRoles })).body;
  return { id, appId, servicePrincipal: (await graph().post("servicePrincipals", { appId })).body.id };
}

async function user() {
  return (await graph().get("users/ada@contoso.com")).body.id;
}

test("a service principal takes its name from its application, of which there must be one", async () => {
  const { appId, servicePrincipal } = await application();
  expect((await graph().get(`servicePrincipals/${servicePrincipal}`)).body).toMatchObject({
    displayName: "eks",
    appId,
  });
  expect((await graph().post("servicePrincipals", { appId })).status).toBe(409);
  expect(await graph().post("servicePrincipals", { appId: "00000000-1111-4222-8333-444444444444" })).toMatchObject({
    status: 400,
    body: { error: { code: "NoBackingApplicationObject" } },
  });
  expect((await graph().post("servicePrincipals", {})).status).toBe(400);
  expect((await graph().patch(`servicePrincipals/${servicePrincipal}`, { displayName: "other" })).status).toBe(400);
});

test("Microsoft Graph publishes the scopes of a sign-in, and cannot be deleted", async () => {
  const { id, oauth2PermissionScopes } = servicePrincipalOf(microsoftGraph);
  const scopes = (oauth2PermissionScopes as { value: string }[]).map(({ value }) => value);
  expect(scopes).toEqual(expect.arrayContaining(["openid", "profile", "email", "offline_access", "User.Read"]));
  expect((await graph().delete(`servicePrincipals/${id}`)).status).toBe(403);
});

test("consent is given once to a client and a resource, and only its scope changes", async () => {
  const { servicePrincipal: clientId } = await application();
  const grant = {
    clientId,
    resourceId: servicePrincipalOf(microsoftGraph).id,
    consentType: "AllPrincipals",
    scope: "openid",
  };
  const { status, body } = await graph().post("oauth2PermissionGrants", grant);
  expect(status).toBe(201);
  expect((await graph().post("oauth2PermissionGrants", grant)).status).toBe(409);
  expect((await graph().patch(`oauth2PermissionGrants/${body.id}`, { scope: "openid email" })).status).toBe(204);
  expect((await graph().patch(`oauth2PermissionGrants/${body.id}`, { consentType: "Principal" })).status).toBe(400);
  expect((await graph().get(`servicePrincipals/${clientId}/oauth2PermissionGrants`)).body.value).toMatchObject([
    { id: body.id, scope: "openid email" },
  ]);
});

test.each([
  ["without a scope", { scope: undefined }, 400],
  ["to a principal without saying whom", { consentType: "Principal" }, 400],
  ["of an unknown kind", { consentType: "Everybody" }, 400],
  ["to a resource that is not there", { resourceId: "00000000-1111-4222-8333-444444444444" }, 404],
  ["with an end, which is only in beta", { expiryTime: "2030-01-01T00:00:00Z" }, 400],
])("consent %s is refused", async (_, change, status) => {
  const { servicePrincipal: clientId } = await application();
  const resourceId = servicePrincipalOf(microsoftGraph).id;
  const grant = { clientId, resourceId, consentType: "AllPrincipals", scope: "openid", ...change };
  expect((await graph().post("oauth2PermissionGrants", grant)).status).toBe(status);
});

test("a role that the resource has is assigned once, and shows from both ends", async () => {
  const { servicePrincipal: resourceId } = await application();
  const principalId = await user();
  const assignment = { principalId, resourceId, appRoleId: "5f2b1c3e-0000-4000-8000-000000000001" };
  const path = `servicePrincipals/${resourceId}/appRoleAssignedTo`;
  expect(await graph().post(path, assignment)).toMatchObject({ status: 201, body: { principalType: "User" } });
  expect((await graph().post(path, assignment)).status).toBe(400);
  expect((await graph().post(path, { ...assignment, appRoleId: principalId })).status).toBe(400);
  expect((await graph().post(path, { ...assignment, principalId: resourceId })).status).toBe(400);
  expect((await graph().post(path, { ...assignment, principalId: "nobody" })).body.error.message).toBe(
    "Not a valid reference update.",
  );
  const [found] = (await graph().get(`users/${principalId}/appRoleAssignments`)).body.value;
  expect((await graph().delete(`${path}/${found!.id}`)).status).toBe(204);
  expect((await graph().get(path)).body.value).toEqual([]);
});

test("with its application a service principal, its consents and its assignments go", async () => {
  const { id, servicePrincipal } = await application();
  const [resourceId, principalId] = [servicePrincipalOf(microsoftGraph).id, await user()];
  await graph().post("oauth2PermissionGrants", {
    clientId: servicePrincipal,
    resourceId,
    consentType: "AllPrincipals",
    scope: "openid",
  });
  const appRoleId = "00000000-0000-0000-0000-000000000000";
  await graph().post(`users/${principalId}/appRoleAssignments`, {
    principalId,
    resourceId: servicePrincipal,
    appRoleId,
  });
  expect(graph().directory.all("appRoleAssignments")).toHaveLength(1);
  await graph().delete(`applications/${id}`);
  expect((await graph().get(`servicePrincipals/${servicePrincipal}`)).status).toBe(404);
  expect(graph().directory.all("oauth2PermissionGrants")).toEqual([]);
  expect(graph().directory.all("appRoleAssignments")).toEqual([]);
});
