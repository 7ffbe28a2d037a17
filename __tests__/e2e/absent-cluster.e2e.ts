import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Access } from "../../config/schema/access";
import { accessOf } from "../access-text";
import { expectNothingLeft } from "./nothing-left";
import { byHand } from "./stack-by-hand";
import { testWorld } from "./test-world";

const access = accessOf(readFileSync(join(__dirname, "..", "..", "access.yaml"), "utf8"));
const absent: Access = {
  ...access,
  clusters: { ...access.clusters, stage: { ...access.clusters["stage"]!, state: "absent" } },
};
const listPods = { verb: "list", resource: "pods", namespace: "team-a" };
const { real, world } = testWorld(access);

/** What bob is told on prod again and again while something runs. */
async function toldMeanwhile(running: Promise<void>): Promise<Set<unknown>> {
  const told = new Set<unknown>();
  const ended = running.then(() => true);
  do told.add(await world.sandbox.may("bob@contoso.com", "prod", listPods));
  while (!(await Promise.race([ended, wait(100, false)])));
  return told;
}

real(
  "state: absent takes the access to one cluster away, and the other's people are signed in at every moment",
  async () => {
    await (await world.deployment()).apply();
    expect(await world.sandbox.may("bob@contoso.com", "stage", listPods)).toBe("yes");
    const token = await world.sandbox.token("bob@contoso.com", "stage");

    const deployment = await world.deployment(absent);
    expect(await toldMeanwhile(deployment.apply())).toEqual(new Set(["yes"]));
    expect(world.sandbox.clusters.eks.association("stage-eks")).toBeUndefined();
    expect((await byHand(world, "rbac-stage", ["state", "list"])).output).not.toContain("kubernetes_");
    const stage = world.sandbox.clusters.apiServers.get("stage")!;
    expect(await stage.may(token, listPods)).toMatchObject({ refused: expect.any(String) as string });
    expect(await deployment.plan()).toBe(false);
  },
);

real("afterwards the entry can go", async () => {
  const { stage, ...clusters } = access.clusters;
  expect(stage).toBeDefined();
  const deployment = await world.deployment({ ...access, clusters });
  expect(await deployment.plan()).toBe(false);
  await expectNothingLeft(world);
});
