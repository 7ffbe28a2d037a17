import { join } from "node:path";
import type { Access } from "../../config/schema/access";
import { synthesize } from "../../main";
import { accessOf, withGrants } from "../access-text";
import { expectNothingLeft } from "./nothing-left";
import { byHand, unbroken } from "./stack-by-hand";
import { testWorld } from "./test-world";
import { until } from "./until";

// Any aws that is installed: a stack that is synthesized by hand is not opened for it.
const access: Access = (() => {
  const file = accessOf(withGrants("[{ group: devs, clusterRole: view }]", "{ devs: {} }"));
  return { ...file, terraform: { ...file.terraform, providers: { ...file.terraform.providers, aws: ">= 5.0.0" } } };
})();
const stacks = ["login", "eks-prod"];
const { real, world } = testWorld(access);

/** Applies the association as operators do, whose application and associations are protected. */
async function applyProtected(changed: Access) {
  const { folder } = world.sandbox.props;
  synthesize({ access: changed, directory: folder }, join(folder, "cdktf.out"));
  const { status, output } = await byHand(world, "eks-prod", ["apply", "-auto-approve", "-input=false"]);
  return { status, said: unbroken(output) };
}

real("an association that fails: apply says so, and leaves it for the next one to replace", async () => {
  const { eks } = world.sandbox.clusters;
  eks.pace.fail = true;
  const refusal = await (await world.deployment()).apply(stacks).catch(String);
  expect(unbroken(String(refusal))).toContain(
    "waiting for EKS Identity Provider Config (prod-eks:entra) create: unexpected state 'CREATE_FAILED'",
  );
  expect(eks.association("prod-eks")).toMatchObject({ status: "CREATE_FAILED" });
  eks.pace.fail = false;
});

real("a failed association is replaced once allow has replace-association, and the second plan is empty", async () => {
  const failed = world.sandbox.clusters.eks.association("prod-eks");
  expect(failed).toMatchObject({ status: "CREATE_FAILED" });
  expect(await applyProtected(access)).toMatchObject({
    status: 1,
    said: expect.stringContaining("Error: Instance cannot be destroyed") as string,
  });
  expect(await applyProtected({ ...access, allow: ["replace-association"] })).toMatchObject({ status: 0 });
  const replaced = world.sandbox.clusters.eks.association("prod-eks");
  expect(replaced).toMatchObject({ status: "ACTIVE" });
  expect(replaced?.arn).not.toBe(failed?.arn);
  expect(await (await world.deployment()).plan(stacks)).toBe(false);
});

real("RBAC is applied while an association is still under way, and both end clean", async () => {
  const { eks } = world.sandbox.clusters;
  let goOn: () => void = () => undefined;
  const goesOn = new Promise<void>((resolve) => (goOn = resolve));
  Object.assign(eks.pace, { associateMs: 100, disassociateMs: 100, until: goesOn });
  // A claim that is demanded replaces the association.
  const prod = { ...access.clusters["prod"]!, requiredClaims: { tid: access.tenant } };
  const deployment = await world.deployment({ ...access, clusters: { prod } });
  const before = world.events.length;
  const deployed = deployment.apply();
  const applied = () => world.events.slice(before).filter(({ phase }) => phase === "apply");
  // Otherwise neither ends.
  expect(applied()).not.toContainEqual(
    expect.objectContaining({ stack: "rbac-prod", waitsFor: expect.arrayContaining(["eks-prod"]) as unknown }),
  );
  const isDone = (name: string) => applied().some(({ stack, outcome }) => stack === name && outcome === "done");
  const status = () => eks.association("prod-eks")?.status;
  await until(() => isDone("rbac-prod") && status() === "CREATING", deployed);
  expect([isDone("rbac-prod"), isDone("eks-prod"), status()]).toEqual([true, false, "CREATING"]);
  goOn();
  await deployed;
  expect([isDone("eks-prod"), status()]).toEqual([true, "ACTIVE"]);
  expect(await deployment.plan()).toBe(false);
  await expectNothingLeft(world);
});
