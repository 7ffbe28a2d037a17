import { graphForEachTest } from "./graph";

const graph = graphForEachTest();
const dora = {
  accountEnabled: true,
  displayName: "Dora",
  mailNickname: "dora",
  userPrincipalName: "dora@contoso.com",
  passwordProfile: { password: "Sup3rSecret!" },
};

test("a user is made, changed and deleted; a deleted one is in the deleted items until it is purged", async () => {
  const { status, body } = await graph().post("users", dora);
  expect(status).toBe(201);
  expect((await graph().patch(`users/${body.id}`, { jobTitle: "Engineer" })).status).toBe(204);
  expect((await graph().get("users/DORA@contoso.com")).body).toMatchObject({ id: body.id, jobTitle: "Engineer" });
  expect((await graph().delete(`users/${body.id}`)).status).toBe(204);
  expect((await graph().get(`users/${body.id}`)).body.error.code).toBe("Request_ResourceNotFound");
  expect((await graph().get(`directory/deletedItems/${body.id}`)).status).toBe(200);
  expect((await graph().delete(`directory/deletedItems/${body.id}`)).status).toBe(204);
  expect((await graph().get(`directory/deletedItems/${body.id}`)).status).toBe(404);
});

test.each(Object.keys(dora))("a user without %s is refused", async (name) => {
  const { status, body } = await graph().post("users", { ...dora, [name]: undefined });
  expect(status).toBe(400);
  expect(body.error.message).toBe(`A value is required for property '${name}' of resource 'User'.`);
});

test.each([
  ["whose name is taken", { userPrincipalName: "ADA@contoso.com" }],
  ["of a domain that is not verified", { userPrincipalName: "dora@fabrikam.com" }],
  ["with a weak password", { passwordProfile: { password: "password" } }],
  ["with a property that does not exist", { favouriteColour: "red" }],
  ["with a read-only property", { createdDateTime: "2030-01-01T00:00:00Z" }],
  ["with too long a name", { displayName: "x".repeat(257) }],
  ["with an empty text", { department: "" }],
  ["with an extension that nobody registered", { extension_0_team: "a" }],
])("a user %s is refused", async (_, change) => {
  expect((await graph().post("users", { ...dora, ...change })).status).toBe(400);
  expect(graph().directory.all("users")).toHaveLength(3);
});

test("a user of a federated domain needs what the domain's provider knows them by", async () => {
  const { tenant } = graph().directory;
  Object.assign(tenant, { federatedDomains: ["contoso.com"] });
  const { status, body } = await graph().post("users", dora);
  Object.assign(tenant, { federatedDomains: undefined });
  expect(status).toBe(400);
  expect(body.error.message).toBe("SourceAnchor is a required property for creation of a federated user.");
});

test.each([{ accountEnabled: false }, { displayName: "Dora D." }])(
  "what Active Directory decides of a synchronized user is refused: %j",
  async (change) => {
    const entry = graph().directory.store.find("users", "ada@contoso.com");
    entry.data = { ...entry.data, onPremisesSyncEnabled: true };
    expect((await graph().patch("users/ada@contoso.com", change)).body.error.message).toContain("on-premises mastered");
    expect((await graph().patch("users/ada@contoso.com", { passwordPolicies: "None" })).status).toBe(204);
  },
);

test("a body that is not JSON is refused", async () => {
  expect((await graph().send("POST", "/v1.0/users", "no")).status).toBe(400);
  expect((await graph().send("POST", "/v1.0/users")).status).toBe(400);
});

test("an application alone has no /me", async () => {
  expect((await graph().get("me")).status).toBe(400);
});
