import { graphForEachTest } from "./graph";

const graph = graphForEachTest();
const newGroup = { displayName: "new", mailEnabled: false, mailNickname: "new", securityEnabled: true };

/** Signs the deploying identity in with these permissions and no others. */
async function signInWith(...permissions: readonly string[]): Promise<void> {
  graph().directory.rights = { permissions, directoryRoles: [] };
  await graph().renew();
}

test.each([
  ["User.ReadBasic.All", "users?$select=id,mail", 200],
  ["User.ReadBasic.All", "users?$select=id,userType", 403],
  ["User.ReadBasic.All", "users?$filter=employeeType%20eq%20'x'", 403],
  ["User.Read.All", "users?$select=id,userType", 200],
  ["GroupMember.Read.All", "groups", 200],
  ["Group.Create", "groups", 403],
  ["User.Read.All", "groups", 403],
  ["Application.ReadWrite.OwnedBy", "applications", 200],
])("with %s, GET %s is answered %i", async (permission, path, status) => {
  await signInWith(permission);
  expect((await graph().get(path)).status).toBe(status);
});

test("a refusal says what Graph says", async () => {
  await signInWith();
  expect((await graph().get("users")).body.error).toMatchObject({
    code: "Authorization_RequestDenied",
    message: "Insufficient privileges to complete the operation.",
  });
});

test("Group.Create makes groups, and changes only those that the caller owns", async () => {
  await signInWith("Group.Create", "Group.Read.All");
  const me = ownId();
  const owned = await graph().post("groups", {
    ...newGroup,
    "owners@odata.bind": [`${graph().server.url}/v1.0/directoryObjects/${me}`],
  });
  expect(owned.status).toBe(201);
  expect((await graph().patch(`groups/${owned.body.id}`, { description: "x" })).status).toBe(204);
  const [other] = graph().directory.all("groups");
  expect((await graph().patch(`groups/${other!.id}`, { description: "x" })).status).toBe(403);
});

test("a role-assignable group needs RoleManagement.ReadWrite.Directory besides", async () => {
  const body = { ...newGroup, isAssignableToRole: true };
  await signInWith("Group.ReadWrite.All");
  expect((await graph().post("groups", body)).status).toBe(403);
  await signInWith("Group.ReadWrite.All", "RoleManagement.ReadWrite.Directory");
  const { id } = (await graph().post("groups", body)).body;
  await signInWith("Group.ReadWrite.All");
  expect((await graph().delete(`groups/${id}`)).status).toBe(403);
});

test("disabling an account needs less than changing it", async () => {
  await signInWith("User.EnableDisableAccount.All", "User.Read.All");
  expect((await graph().patch("users/ada@contoso.com", { accountEnabled: false })).status).toBe(204);
  expect((await graph().patch("users/ada@contoso.com", { displayName: "A" })).status).toBe(403);
});

test("what no resource of this program asks for needs everything", async () => {
  await signInWith("User.ReadWrite.All");
  expect((await graph().get("organization")).status).toBe(403);
});

/** Object ID of the service principal that is signed in. */
function ownId(): string {
  const { clientId } = graph().directory.deployer;
  const principals = graph().directory.all("servicePrincipals");
  return principals.find(({ appId }) => appId === clientId)!.id;
}
