import { setTimeout as wait } from "node:timers/promises";
import type { Faults } from "../../sandbox/msgraph/faults";
import { accessOf, withTenant } from "../access-text";
import { expectNothingLeft } from "./nothing-left";
import { byHand, unbroken } from "./stack-by-hand";
import { missingParts, realTest, startWorld, type World } from "./world";

const access = accessOf(withTenant("groups: { devs: { members: [ada@contoso.com] } }"));
const real = realTest(missingParts());

let world: World;
afterEach(() => (missingParts().length === 0 ? world.end() : undefined));

async function startWith(faults: Faults): Promise<void> {
  world = await startWorld(access);
  world.sandbox.graph.faults = faults;
}

/** Ends the delay of replication, and waits until everything has arrived. */
async function replicated(): Promise<void> {
  world.sandbox.graph.faults = {};
  await wait(3000);
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
