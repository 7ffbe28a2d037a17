import { accessOf, withTenant } from "../access-text";
import { applied } from "./applied";
import { graphByHand } from "./graph-by-hand";
import { refusedPlan } from "./refused-plan";
import { byHand, unbroken } from "./stack-by-hand";
import { missingParts, realTest, startWorld, type World } from "./world";

const file = (users: string, members: string, more = "") =>
  accessOf(withTenant(`users: ${users}\ngroups: { devs: { members: ${members} } }\n${more}`));
const nora = "nora@contoso.com: { create: { displayName: Nora New } }";
const otto = "otto@contoso.com: { create: { displayName: Otto Other } }";
const access = file(`{ ${nora}, ${otto} }`, "[nora@contoso.com, otto@contoso.com]");
const withoutNora = file(`{ ${otto} }`, "[otto@contoso.com]");

const missing = missingParts();
const real = realTest(missing);
const action = (name: string) => `msgraph_resource_action.${name}_40_contoso_2e_com`;
const arrival = (name: string) => `${action(name)}__arrived`;
const left = (id: string) => `msgraph_resource_action.left["${id}"]`;
let world: World;
beforeAll(async () => {
  if (missing.length === 0)
    world = await startWorld(access, { users: [{ userPrincipalName: "hal@contoso.com", displayName: "Hal" }] });
});
afterAll(() => (missing.length === 0 ? world.end() : undefined));

/** The first password of somebody, as the README has it read out of the state. */
async function firstPassword(userPrincipalName: string): Promise<string | undefined> {
  const { stdout } = await byHand(world, "users", ["show", "-json"]);
  const { values } = JSON.parse(stdout) as { values: { root_module: { resources: readonly Resource[] } } };
  const bodies = values.root_module.resources.map((resource) => resource.values.body);
  return bodies.find((body) => body?.userPrincipalName === userPrincipalName)?.passwordProfile?.password;
}

interface Resource {
  readonly values: {
    readonly body?: { readonly userPrincipalName?: string; readonly passwordProfile?: { readonly password: string } };
  };
}

const account = (name: string) =>
  world.sandbox.directory.all("users").find(({ userPrincipalName }) => userPrincipalName === `${name}@contoso.com`);
const writes = () => world.sandbox.graph.log.filter(({ method, path }) => method !== "GET" && path.includes("/users"));

real("people are made, put into their groups, and the second plan is empty", async () => {
  const deployment = await world.deployment();
  await deployment.apply(["users", "people"]);
  expect(await deployment.plan(["users", "people"])).toBe(false);
  expect(account("nora")).toMatchObject({ accountEnabled: true, displayName: "Nora New", userType: "Member" });
  const { directory } = world.sandbox;
  const { id } = directory.all("groups")[0]!;
  expect([...directory.membersOf(id)].sort()).toEqual([account("nora")!.id, account("otto")!.id].sort());
});

real("a plan shows no password, and the state gives it to who deploys", async () => {
  const password = await firstPassword("nora@contoso.com");
  expect(password).toMatch(/^Aa1-[0-9a-f-]{36}$/);
  expect(await firstPassword("otto@contoso.com")).not.toBe(password);
  await world.deployment(file(`{ ${nora.replace("Nora New", "Nora Newer")}, ${otto} }`, "[]"));
  const plan = await byHand(world, "users", ["plan", "-input=false"]);
  const shown = await byHand(world, "users", ["show"]);
  for (const { output } of [plan, shown]) expect(output).not.toContain(password);
});

real("another name changes the account, and nothing else of it", async () => {
  const renamed = file(`{ ${nora.replace("Nora New", "Nora Newer")}, ${otto} }`, "[]");
  const before = writes().length;
  expect(await applied(world, renamed, "users")).toEqual({
    [action("nora")]: "delete+create",
    [arrival("nora")]: "delete+create",
    "terraform_data.nora_40_contoso_2e_com": "delete+create",
  });
  expect(account("nora")).toMatchObject({ displayName: "Nora Newer", accountEnabled: true });
  expect(
    writes()
      .slice(before)
      .map(({ method }) => method),
  ).toEqual(["PATCH"]);
  await applied(world, access, "users");
});

real(
  "a run that was lost after it had made somebody is healed by the next: the same account, nothing made twice",
  async () => {
    const { id } = account("nora")!;
    expect(await byHand(world, "users", ["state", "rm", action("nora")])).toMatchObject({ status: 0 });
    expect(await applied(world, access, "users")).toMatchObject({ [action("nora")]: "create" });
    expect(account("nora")).toMatchObject({ id, accountEnabled: true });
    expect(world.sandbox.directory.all("users").filter(({ displayName }) => displayName === "Nora New")).toHaveLength(
      1,
    );
  },
);

real("whoever leaves the file is disabled, not deleted, and comes back as the same account", async () => {
  const { id } = account("nora")!;
  expect(await applied(world, withoutNora, "users")).toEqual({
    [action("nora")]: "delete",
    [arrival("nora")]: "delete",
    [left(id)]: "create",
    "terraform_data.nora_40_contoso_2e_com": "delete",
  });
  expect(account("nora")).toMatchObject({ id, accountEnabled: false });
  expect(account("otto")).toMatchObject({ accountEnabled: true });
  expect(account("hal")).toMatchObject({ accountEnabled: true });
  await applied(world, access, "users");
  expect(account("nora")).toMatchObject({ id, accountEnabled: true });
});

real("whoever was renamed in the directory is not taken for somebody who left", async () => {
  const { id } = account("otto")!;
  const rename = (name: string) => graphByHand(world.sandbox, "PATCH", `/users/${id}`, { userPrincipalName: name });
  expect(await rename("o.other@contoso.com")).toBe(204);
  expect(await refusedPlan(world, access, "users")).toContain(
    "Somebody under users has another user principal name in the directory now: o.other@contoso.com.",
  );
  const renamed = file(`{ ${nora}, ${otto.replace("otto@", "o.other@")} }`, "[nora@contoso.com, o.other@contoso.com]");
  await applied(world, renamed, "users");
  expect(account("o.other")).toMatchObject({ id, accountEnabled: true });
  expect(await rename("otto@contoso.com")).toBe(204);
  await applied(world, access, "users");
  expect(account("otto")).toMatchObject({ id, accountEnabled: true });
});

real("an account that was deleted by hand breaks no plan, and is not made again", async () => {
  expect(await graphByHand(world.sandbox, "DELETE", `/users/${account("otto")!.id}`)).toBe(204);
  expect(await applied(world, access, "users")).toEqual({});
  expect(await applied(world, access, "people")).toEqual({});
  expect(account("otto")).toBeUndefined();
});

real("somebody who is there already and was not made here is refused, and left alone", async () => {
  const deployment = await world.deployment(file(`{ ${nora}, hal@contoso.com: { create: { displayName: H } } }`, "[]"));
  expect(unbroken(String(await deployment.apply(["users"]).catch(String)))).toContain(
    "Another object with the same value for property userPrincipalName already exists.",
  );
  expect(account("hal")).toMatchObject({ displayName: "Hal" });
});

real("the last one who was made leaves with left: true; the entry can go after that", async () => {
  const { id } = account("nora")!;
  expect(await applied(world, file("{ nora@contoso.com: { left: true } }", "[]"), "users")).toMatchObject({
    [left(id)]: "create",
  });
  expect(account("nora")).toMatchObject({ accountEnabled: false });
});

real("with allow: [delete-users] accounts are deleted; the plan after that forgets them", async () => {
  const { id } = account("nora")!;
  const deployment = await world.deployment(
    file("{ nora@contoso.com: { left: true } }", "[]", "allow: [delete-users]\n"),
  );
  await deployment.apply(["users"]);
  expect(account("nora")).toBeUndefined();
  await deployment.apply(["users"]);
  expect(await deployment.plan(["users"])).toBe(false);
  expect(world.sandbox.directory.store.deleted.has(id)).toBe(true);
});

real("destroying leaves accounts as they are", async () => {
  await (await world.deployment(access)).apply(["users"]);
  await (await world.deployment(access)).destroy(["users", "people"]);
  expect(account("nora")).toMatchObject({ accountEnabled: true });
});
