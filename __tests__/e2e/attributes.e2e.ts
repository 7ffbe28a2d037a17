import { decodeJwt } from "jose";
import { accessOf, withGrants } from "../access-text";
import { graphByHand } from "./graph-by-hand";
import { expectNothingLeft } from "./nothing-left";
import { planned } from "./planned";
import { byHand } from "./stack-by-hand";
import { testWorld } from "./test-world";

/** A file with these attributes and users, both flow maps. */
const file = (attributes: string, users: string, login = "{}") =>
  accessOf(
    `${withGrants("[{ group: devs, clusterRole: view }]", "{ devs: { members: [ada@contoso.com, bob@contoso.com] } }")}login: ${login}\nattributes: ${attributes}\nusers: ${users}\n`,
  );
const attributes = "{ default_namespace: {}, level: { type: Integer } }";
const ada = "ada@contoso.com: { attributes: { default_namespace: team-a, level: 5 } }";
const bob = "bob@contoso.com: { attributes: { default_namespace: team-b } }";
const access = file(attributes, `{ ${ada}, ${bob} }`);

const onV1 = file("{ default_namespace: {} }", `{ ${ada.replace(", level: 5", "")} }`, "{ issuer: v1 }");

const listPods = { verb: "list", resource: "pods", namespace: "default" };
const { real, world } = testWorld(access);

const userOf = (name: string) =>
  world.sandbox.directory.all("users").find(({ userPrincipalName }) => userPrincipalName === `${name}@contoso.com`)!;

/** What the directory holds about somebody, by the names of attributes. */
function held(name: string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(userOf(name)).flatMap(([key, value]) => {
      const [, attribute] = /^extension_[0-9a-f]{32}_(.+)$/.exec(key) ?? [];
      return attribute === undefined || value === null ? [] : [[attribute, value]];
    }),
  );
}

/** What the plan of the stack `attributes` would do for a changed file, by person; then it is applied, and plans empty. */
async function applied(changed: typeof access, stacks = ["attributes"]): Promise<Record<string, string>> {
  const deployment = await world.deployment(changed);
  const changes = await planned(world, "attributes");
  await deployment.apply(stacks);
  expect(await deployment.plan(stacks)).toBe(false);
  return Object.fromEntries(
    Object.entries(changes).map(([address, actions]) => [/\.([a-z]+)_40_/.exec(address)?.[1] ?? address, actions]),
  );
}

real("every stack applies, and the second plan is empty", async () => {
  const deployment = await world.deployment();
  await deployment.apply();
  expect(await deployment.plan()).toBe(false);
  expect([held("ada"), held("bob")]).toEqual([
    { default_namespace: "team-a", level: 5 },
    { default_namespace: "team-b" },
  ]);
});

real("a token carries exactly these claims, and none without a value; the API server takes it", async () => {
  expect(decodeJwt(await world.sandbox.token("ada@contoso.com", "prod"))).toMatchObject(held("ada"));
  expect(decodeJwt(await world.sandbox.token("bob@contoso.com", "prod"))).not.toHaveProperty("level");
  for (const person of ["ada@contoso.com", "bob@contoso.com"]) {
    expect(await world.sandbox.may(person, "prod", listPods)).toBe("yes");
  }
});

real("a changed and a removed value touch their person alone", async () => {
  const changed = file(
    attributes,
    `{ ${ada}, bob@contoso.com: { attributes: { default_namespace: team-c, level: 1 } } }`,
  );
  expect(await applied(changed)).toEqual({ bob: "update" });
  expect(held("bob")).toEqual({ default_namespace: "team-c", level: 1 });
  expect(await applied(access)).toEqual({ bob: "update" });
  expect(held("bob")).toEqual({ default_namespace: "team-b" });
});

real("a value that was edited, taken away or added by hand shows in the plan, and is put right", async () => {
  const key = (name: string) => Object.keys(userOf("ada")).find((property) => property.endsWith(`_${name}`))!;
  for (const body of [{ [key("level")]: 7 }, { [key("level")]: null }]) {
    expect(await graphByHand(world.sandbox, "PATCH", `/users/${userOf("ada").id}`, body)).toBe(204);
    expect(await applied(access)).toEqual({ ada: "update" });
  }
  expect(await graphByHand(world.sandbox, "PATCH", `/users/${userOf("bob").id}`, { [key("level")]: 9 })).toBe(204);
  expect(await applied(access)).toEqual({ bob: "update" });
  expect(held("bob")).toEqual({ default_namespace: "team-b" });
});

real("an empty entry clears the values of a person, who can go then", async () => {
  expect(await applied(file(attributes, `{ ${ada}, bob@contoso.com: {} }`))).toEqual({ bob: "update" });
  expect(held("bob")).toEqual({});
  expect(await applied(file(attributes, `{ ${ada} }`))).toEqual({ bob: "delete" });
  expect(held("bob")).toEqual({});
});

real("a retired attribute is cleared, and its definition goes with its entry", async () => {
  const level = "ada@contoso.com: { attributes: { default_namespace: team-a } }";
  const retired = file("{ default_namespace: {}, level: { type: Integer, retired: true } }", `{ ${level} }`);
  expect(await applied(retired, ["login", "attributes"])).toEqual({ ada: "update" });
  expect(held("ada")).toEqual({ default_namespace: "team-a" });
  await applied(file("{ default_namespace: {} }", `{ ${level} }`), ["login", "attributes"]);
  expect(world.sandbox.directory.all("extensionProperties")).toHaveLength(1);
  expect(decodeJwt(await world.sandbox.token("ada@contoso.com", "prod"))).not.toHaveProperty("level");
});

real("on v1 the token carries them too", async () => {
  await (await world.deployment(onV1)).apply(["login", "eks-prod"]);
  const token = await world.sandbox.token("ada@contoso.com", "prod", 3600, onV1);
  expect(decodeJwt(token)).toMatchObject({
    iss: expect.stringContaining("sts.windows.net") as string,
    default_namespace: "team-a",
  });
  expect(await world.sandbox.clusters.apiServers.get("prod")!.may(token, listPods)).toBe("yes");
});

real(
  "an application that was deleted is made anew with its definitions, and people get their values again",
  async () => {
    const { directory } = world.sandbox;
    const application = directory.all("applications").find(({ displayName }) => displayName === "eks")!;
    expect(await graphByHand(world.sandbox, "DELETE", `/applications/${application.id}`)).toBe(204);
    await (await world.deployment(onV1)).apply(["login"]);
    const [definition, ...others] = directory.all("extensionProperties");
    expect(others).toEqual([]);
    expect(await applied(onV1)).toEqual({ ada: "update" });
    expect(userOf("ada")[String(definition?.["name"])]).toBe("team-a");
  },
);

real("whoever has left the directory breaks no plan, and is named", async () => {
  const { store } = world.sandbox.directory;
  store.softDelete(store.find("users", "ada@contoso.com"));
  expect(await applied(onV1)).toEqual({});
  const { output } = await byHand(world, "attributes", ["output", "-json", "unknown_users"]);
  expect(JSON.parse(output)).toEqual(["ada@contoso.com"]);
});

real("destroying ends clean", async () => {
  await expectNothingLeft(world);
});
