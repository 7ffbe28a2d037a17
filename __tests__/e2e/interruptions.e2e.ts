import { existsSync } from "node:fs";
import { join } from "node:path";
import { accessOf, withTenant } from "../access-text";
import { expectNothingLeft } from "./nothing-left";
import { byHand, unbroken } from "./stack-by-hand";
import { whileGraphWaits } from "./waiting-graph";
import { missingParts, realTest, startWorld, type World } from "./world";

const access = accessOf(withTenant("groups: { devs: { members: [ada@contoso.com] } }"));
const missing = missingParts();
const real = realTest(missing);
const apply = ["apply", "-auto-approve", "-input=false"];

let world: World;
beforeEach(async () => {
  if (missing.length === 0) world = await startWorld(access);
});
afterEach(() => (missing.length === 0 ? world.end() : undefined));

const groups = () => world.sandbox.directory.all("groups");
const patched = () => world.sandbox.graph.log.filter(({ method }) => method === "PATCH").length;

/** Kills Terraform and its providers in the middle of an apply of `people`. */
async function applyKilled(when: () => boolean): Promise<void> {
  const killer = new AbortController();
  const running = byHand(world, "people", apply, { signal: killer.signal, killSignal: "SIGKILL" });
  const ended = running.finally(() => {
    killer.abort();
  });
  // Looks after each request: the next one may be too late.
  while (!when() && !killer.signal.aborted) await new Promise((resolve) => setImmediate(resolve));
  killer.abort();
  expect(await ended).toMatchObject({ status: null });
}

real("a killed apply: the next one says which group to import, and after that ends clean", async () => {
  const deployment = await world.deployment();
  await applyKilled(() => patched() === 2);
  expect(groups()).toHaveLength(1);
  expect((await byHand(world, "people", ["state", "list"])).output).not.toContain("azuread_group");
  // The file stays behind, the lock does not.
  expect(existsSync(join(world.sandbox.props.folder, "state", ".people.tfstate.lock.info"))).toBe(true);

  const next = await byHand(world, "people", apply);
  expect(next.status).toBe(1);
  const [, id = ""] = /An existing "azuread_group" with name "devs" \(ID: "(.+?)"\)/.exec(unbroken(next.output)) ?? [];
  expect(groups()).toEqual([expect.objectContaining({ id, displayName: "devs" })]);
  expect(unbroken(next.output)).toContain("this resource needs to be imported into the State");

  // The message has the bare ID, and the provider wants a path: its documentation, which the message names, tells.
  const imported = ["import", "-input=false", "azuread_group.devs", `/groups/${id}`];
  expect(await byHand(world, "people", imported)).toMatchObject({ status: 0 });
  await deployment.apply(["people"]);
  expect(await deployment.plan(["people"])).toBe(false);
  expect(groups().map((group) => group.id)).toEqual([id]);
  expect(world.sandbox.directory.membersOf(id)).toHaveLength(1);
  await expectNothingLeft(world);
});

real("an apply killed while azuread renames a new group: the next one ends clean beside an empty group", async () => {
  const deployment = await world.deployment();
  await applyKilled(() => patched() === 1);
  const [left] = groups();
  // azuread gives a new group another name for a moment, so nothing looks for it later.
  expect(left?.["displayName"]).toMatch(/^TERRAFORM_UPDATE_/);
  expect(world.sandbox.directory.membersOf(left!.id)).toEqual([]);
  await deployment.apply(["people"]);
  expect(await deployment.plan(["people"])).toBe(false);
  expect(groups().map(({ displayName }) => displayName)).toEqual([left?.["displayName"], "devs"]);

  const { store } = world.sandbox.directory;
  store.remove(store.find("groups", left!.id));
  await expectNothingLeft(world);
});

real("two applies at once: one ends clean, the other says that the state is locked and changes nothing", async () => {
  const deployment = await world.deployment();
  const both = [deployment.apply(["people"]), deployment.apply(["people"])];
  // None comes to its end before the other has tried.
  await whileGraphWaits(world, () => Promise.race(both.map((one) => one.catch(() => undefined))));
  const ended = await Promise.allSettled(both);
  const refusals = ended.flatMap((one) => (one.status === "rejected" ? [unbroken(String(one.reason))] : []));
  expect(refusals).toEqual([expect.stringContaining("Error acquiring the state lock")]);
  expect(groups()).toHaveLength(1);
  expect(await deployment.plan(["people"])).toBe(false);
  await expectNothingLeft(world);
});
