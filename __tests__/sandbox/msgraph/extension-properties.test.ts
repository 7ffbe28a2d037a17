import { graphForEachTest } from "./graph";

const graph = graphForEachTest();
const team = { name: "team", dataType: "String", targetObjects: ["User"] };

async function registered(change: object = {}) {
  const { id, appId } = (await graph().post("applications", { displayName: "eks" })).body;
  const path = `applications/${id}/extensionProperties`;
  const reply = await graph().post(path, { ...team, ...change });
  return { path, reply, name: `extension_${appId.replaceAll("-", "")}_team` };
}

test("an extension carries the client ID in its name, and users have values of it", async () => {
  const { path, reply, name } = await registered();
  expect(reply).toMatchObject({ status: 201, body: { name, appDisplayName: "eks" } });
  expect((await graph().get(path)).body.value).toMatchObject([{ name }]);
  expect((await graph().patch("users/ada@contoso.com", { [name]: "blue" })).status).toBe(204);
  expect((await graph().get(`users/ada@contoso.com?$select=${name}`)).body[name]).toBe("blue");
  expect((await graph().get("users/ada@contoso.com")).body).not.toHaveProperty(name);
  expect((await graph().send("GET", "/beta/users/ada@contoso.com")).body[name]).toBe("blue");
  const found = await graph().get(`users?$filter=${name}%20eq%20'blue'`);
  expect(found.body.value).toMatchObject([{ userPrincipalName: "ada@contoso.com" }]);
  await graph().patch("users/ada@contoso.com", { [name]: null });
  expect((await graph().get(`users/ada@contoso.com?$select=${name}`)).body).not.toHaveProperty(name);
});

test("values of another type, of another kind of object and of a deleted extension are refused", async () => {
  const { path, reply, name } = await registered();
  expect((await graph().patch("users/ada@contoso.com", { [name]: 5 })).status).toBe(400);
  const [group] = graph().directory.all("groups");
  expect((await graph().patch(`groups/${group!.id}`, { [name]: "blue" })).status).toBe(400);
  expect((await graph().delete(`${path}/${reply.body.id}`)).status).toBe(204);
  expect((await graph().patch("users/ada@contoso.com", { [name]: "blue" })).status).toBe(400);
});

test("the extensions of an application go with it", async () => {
  const { path, name } = await registered();
  await graph().delete(path.replace("/extensionProperties", ""));
  expect(graph().directory.all("extensionProperties")).toEqual([]);
  expect((await graph().patch("users/ada@contoso.com", { [name]: "blue" })).status).toBe(400);
});

test("an extension cannot be changed, nor registered twice", async () => {
  const { path, reply } = await registered();
  expect((await graph().patch(`${path}/${reply.body.id}`, { name: "other" })).status).toBe(405);
  expect((await graph().post(path, team)).status).toBe(400);
});

test.each([
  ["without a name", { name: undefined }],
  ["with a dash in its name", { name: "my-team" }],
  ["of an unknown type", { dataType: "Text" }],
  ["for nothing", { targetObjects: [] }],
  ["for an unknown kind of object", { targetObjects: ["Person"] }],
  ["with a property that does not exist", { colour: "red" }],
])("an extension %s is refused", async (_, change) => {
  expect((await registered(change)).reply.status).toBe(400);
});
