import { accessOf, withTenant } from "../access-text";
import { expectNothingLeft } from "./nothing-left";
import { byHand, unbroken } from "./stack-by-hand";
import { missingParts, realTest, startWorld, type World } from "./world";

const access = accessOf(withTenant("groups: { devs: { members: [ada@contoso.com] } }"));
const real = realTest(missingParts());

let world: World;
afterEach(() => (missingParts().length === 0 ? world.end() : undefined));

real("somebody deleted between plan and apply: the next apply ends clean, and its output names them", async () => {
  world = await startWorld(access, { users: [{ userPrincipalName: "bob@contoso.com", displayName: "Bob" }] });
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
