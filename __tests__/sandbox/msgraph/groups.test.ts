import { graphForEachTest } from "./graph";

const graph = graphForEachTest();
const team = { displayName: "team", mailEnabled: false, mailNickname: "team", securityEnabled: true };
const idOf = async (path: string, name: string) => {
  const { body } = await graph().get(`${path}?$filter=displayName%20eq%20'${encodeURIComponent(name)}'`);
  return body.value[0]!.id;
};

test("a group is made with its members and owners, and display names may repeat", async () => {
  const reference = `${graph().server.url}/v1.0/directoryObjects/${await idOf("users", "Ada Lovelace")}`;
  const bound = { "members@odata.bind": [reference], "owners@odata.bind": [reference] };
  const { status, body } = await graph().post("groups", { ...team, ...bound });
  expect(status).toBe(201);
  for (const relation of ["members", "owners"]) {
    const { body: list } = await graph().get(`groups/${body.id}/${relation}`);
    expect(list.value).toMatchObject([{ "@odata.type": "#microsoft.graph.user", displayName: "Ada Lovelace" }]);
  }
  expect((await graph().post("groups", team)).status).toBe(201);
});

test.each(Object.keys(team))("a group without %s is refused", async (name) => {
  const { status, body } = await graph().post("groups", { ...team, [name]: undefined });
  expect(status).toBe(400);
  expect(body.error.message).toBe(`A value is required for property '${name}' of resource 'Group'.`);
});

test.each([
  ["with a space in its nickname", { mailNickname: "a b" }],
  ["with mail but not unified", { mailEnabled: true }],
  ["with an empty description", { description: "" }],
  ["with an owner that is a list of one twice", { "owners@odata.bind": ["x/1", "x/1"] }],
  ["with more than twenty owners", { "owners@odata.bind": Array.from({ length: 21 }, (_, index) => `x/${index}`) }],
])("a group %s is refused", async (_, change) => {
  expect((await graph().post("groups", { ...team, ...change })).status).toBe(400);
});

test("a group whose owner does not exist is refused with 404 and not made", async () => {
  expect((await graph().post("groups", { ...team, "owners@odata.bind": ["x/nobody"] })).status).toBe(404);
  expect(graph().directory.all("groups")).toHaveLength(2);
});

test("a member is added once, and removed once", async () => {
  const [developers, bob] = [await idOf("groups", "developers"), await idOf("users", "Bob Brown")];
  const members = `groups/${developers}/members`;
  expect((await graph().post(`${members}/$ref`, graph().reference(bob))).status).toBe(204);
  const again = await graph().post(`${members}/$ref`, graph().reference(bob));
  expect(again).toMatchObject({
    status: 400,
    body: { error: { message: expect.stringContaining("already exist") as string } },
  });
  expect(graph().directory.membersOf(developers)).toContain(bob);
  expect((await graph().delete(`${members}/${bob}/$ref`)).status).toBe(204);
  expect((await graph().delete(`${members}/${bob}/$ref`)).status).toBe(404);
});

test("an application cannot be a member, and the last owner cannot go", async () => {
  const developers = await idOf("groups", "developers");
  const [application] = graph().directory.all("applications");
  const member = await graph().post(`groups/${developers}/members/$ref`, graph().reference(application!.id));
  expect(member.status).toBe(400);
  const ada = await idOf("users", "Ada Lovelace");
  await graph().post(`groups/${developers}/owners/$ref`, graph().reference(ada));
  expect((await graph().delete(`groups/${developers}/owners/${ada}/$ref`)).status).toBe(400);
});

test("membership reaches through nested groups where that is asked for", async () => {
  const [ada, developers, platform] = [
    await idOf("users", "Ada Lovelace"),
    await idOf("groups", "developers"),
    await idOf("groups", "platform"),
  ];
  const direct = await graph().get(`users/${ada}/memberOf`);
  expect(direct.body.value.map(({ id }) => id)).toEqual([developers]);
  const objects = await graph().post(`users/${ada}/getMemberObjects`, { securityEnabledOnly: true });
  expect(new Set(objects.body.value)).toEqual(new Set([developers, platform]));
  const members = await graph().get(`groups/${platform}/transitiveMembers`);
  expect(members.body.value.map(({ displayName }) => displayName).sort()).toEqual([
    "Ada Lovelace",
    "Bob Brown",
    "developers",
  ]);
});

test("whoever is deleted is in no group any more", async () => {
  const [developers, ada] = [await idOf("groups", "developers"), await idOf("users", "Ada Lovelace")];
  await graph().delete(`users/${ada}`);
  expect(graph().directory.membersOf(developers)).toEqual([]);
});

test.each([
  ["that has a rule", { groupTypes: ["DynamicMembership"], membershipRule: "user.x" }],
  ["that is mail-enabled", { mailEnabled: true }],
  ["that is synchronized", { onPremisesSyncEnabled: true }],
])("a group %s takes no members", async (_, change) => {
  const [developers, bob] = [await idOf("groups", "developers"), await idOf("users", "Bob Brown")];
  const entry = graph().directory.store.find("groups", developers);
  entry.data = { ...entry.data, ...change };
  expect((await graph().post(`groups/${developers}/members/$ref`, graph().reference(bob))).status).toBe(400);
  const bind = { "members@odata.bind": Object.values(graph().reference(bob)) };
  expect((await graph().patch(`groups/${developers}`, bind)).status).toBe(400);
});

test("a group that can be assigned to a role has no rule and no groups in it", async () => {
  const assignable = { ...team, isAssignableToRole: true };
  const rule = { groupTypes: ["DynamicMembership"], membershipRule: "user.x" };
  expect((await graph().post("groups", { ...assignable, ...rule })).status).toBe(400);
  const { body } = await graph().post("groups", assignable);
  const inside = await idOf("groups", "developers");
  expect((await graph().post(`groups/${body.id}/members/$ref`, graph().reference(inside))).status).toBe(400);
  const bob = await idOf("users", "Bob Brown");
  expect((await graph().post(`groups/${body.id}/members/$ref`, graph().reference(bob))).status).toBe(204);
});

test("the last owner who is a person cannot go, unless the group is role-assignable; service principals do not count", async () => {
  const { body: principals } = await graph().get("servicePrincipals");
  const program = principals.value[0]!.id;
  const ada = await idOf("users", "Ada Lovelace");
  const owners = [ada, program].map((id) => `${graph().server.url}/v1.0/directoryObjects/${id}`);
  const refusals = [false, true].map(async (isAssignableToRole) => {
    const { body } = await graph().post("groups", { ...team, isAssignableToRole, "owners@odata.bind": owners });
    return (await graph().delete(`groups/${body.id}/owners/${ada}/$ref`)).status;
  });
  expect(await Promise.all(refusals)).toEqual([400, 204]);
});

test("an application is told nothing of a Microsoft 365 group that Exchange keeps", async () => {
  const unified = { ...team, mailEnabled: true, groupTypes: ["Unified"] };
  const { body } = await graph().post("groups", unified);
  expect((await graph().get(`groups/${body.id}?$select=id,hideFromAddressLists`)).status).toBe(403);
  expect((await graph().get(`groups/${body.id}?$select=id`)).status).toBe(200);
  const { body: security } = await graph().post("groups", team);
  expect((await graph().get(`groups/${security.id}?$select=hideFromAddressLists`)).status).toBe(200);
});
