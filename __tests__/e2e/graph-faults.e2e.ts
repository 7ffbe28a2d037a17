import { setTimeout as wait } from "node:timers/promises";
import type { Faults } from "../../sandbox/graph/faults";
import { accessOf, withTenant } from "../access-text";
import { expectNothingLeft } from "./nothing-left";
import { byHand, unbroken } from "./stack-by-hand";
import { missingParts, realTest, startWorld, type World } from "./world";

const access = accessOf(withTenant("groups: { devs: { members: [ada@contoso.com] } }"));
const real = realTest(missingParts());

let world: World;
afterEach(() => (missingParts().length === 0 ? world.end() : undefined));

async function startWith(faults: Faults): Promise<void> {
  world = await startWorld(access, { users: [{ userPrincipalName: "bob@contoso.com", displayName: "Bob" }] });
  world.sandbox.graph.faults = faults;
}

/** Ends the delay of replication, and waits until everything has arrived. */
async function replicated(): Promise<void> {
  world.sandbox.graph.faults = {};
  await wait(3000);
}

for (const [status, faults] of [
  [429, { throttledShare: 0.2 }],
  [503, { unavailableShare: 0.2 }],
] as const) {
  real(`a fifth of requests answered ${String(status)}: the first apply and destroy end clean`, async () => {
    await startWith(faults);
    const spoiled = () => world.sandbox.graph.log.filter((request) => request.status === status);
    const deployment = await world.deployment();
    await deployment.apply();
    expect(spoiled().length).toBeGreaterThan(3);
    expect(await deployment.plan()).toBe(false);
    await expectNothingLeft(world);
    expect(spoiled().filter(({ method }) => method !== "GET")).not.toEqual([]);
  });
}

real("replication 3 s late: apply says what is not replicated, and the next one ends clean once it is", async () => {
  await startWith({ consistencyMs: 3000 });
  const deployment = await world.deployment();
  expect(unbroken(String(await deployment.apply(["login"]).catch(String)))).toContain(
    "Error: Timed out whilst waiting for new service principal to be replicated in Azure AD",
  );
  await replicated();
  await deployment.apply(["login"]);
  expect(await deployment.plan(["login"])).toBe(false);
  await expectNothingLeft(world);
});

real("reads 3 s late: the next apply says which application to import, and after that ends clean", async () => {
  await startWith({ consistencyMs: 3000, onlyReadsLag: true });
  const deployment = await world.deployment();
  expect(unbroken(String(await deployment.apply(["login"]).catch(String)))).toContain(
    "Root object was present, but now absent",
  );
  await replicated();
  const next = unbroken(String(await deployment.apply(["login"]).catch(String)));
  expect(next).toContain("this resource needs to be imported into the State");
  const [, id = ""] = /An existing "azuread_application" with name "eks" \(ID: "(.+?)"\)/.exec(next) ?? [];
  const imported = ["import", "-input=false", "azuread_application.login", `/applications/${id}`];
  expect(await byHand(world, "login", imported)).toMatchObject({ status: 0 });
  await deployment.apply(["login"]);
  expect(await deployment.plan(["login"])).toBe(false);
  const { directory } = world.sandbox;
  expect(directory.all("applications").map(({ displayName }) => displayName)).toEqual(["terraform", "eks"]);
  await expectNothingLeft(world);
});

real("somebody deleted between plan and apply: the next apply ends clean, and its output names them", async () => {
  await startWith({});
  await (await world.deployment()).apply(["people"]);
  const before = world.sandbox.directory.all("groups").map(({ id }) => id);
  const { members } = access.groups["devs"]!;
  const groups = { devs: { ...access.groups["devs"]!, members: [...members, "bob@contoso.com"] } };
  const deployment = await world.deployment({ ...access, groups });
  expect(await byHand(world, "people", ["plan", "-input=false", "-out=planned"])).toMatchObject({ status: 0 });
  const { store } = world.sandbox.directory;
  const bob = store.find("users", "bob@contoso.com");
  store.softDelete(bob);

  const refused = await byHand(world, "people", ["apply", "-input=false", "planned"]);
  expect(refused.status).toBe(1);
  expect(unbroken(refused.output)).toContain(`Resource '${bob.id}' does not exist`);
  await deployment.apply(["people"]);
  const { output } = await byHand(world, "people", ["output", "-json", "unknown_members"]);
  expect(JSON.parse(output)).toEqual(["bob@contoso.com"]);
  expect(world.sandbox.directory.all("groups").map(({ id }) => id)).toEqual(before);
  expect(await deployment.plan(["people"])).toBe(false);
  await expectNothingLeft(world);
});
