import { accessOf, withTenant } from "../access-text";
import { expectNothingLeft } from "./nothing-left";
import { missingParts, realTest, startWorld, type World } from "./world";

const access = accessOf(withTenant("groups: { devs: { members: [ada@contoso.com] } }"));
const real = realTest(missingParts());

let world: World;
afterEach(() => (missingParts().length === 0 ? world.end() : undefined));

for (const [status, faults] of [
  [429, { throttledShare: 0.2, inARow: 3 }],
  [503, { unavailableShare: 0.2, inARow: 3 }],
] as const) {
  real(`a fifth of requests answered ${String(status)}: the first apply and destroy end clean`, async () => {
    world = await startWorld(access);
    world.sandbox.graph.faults = faults;
    const spoiled = () => world.sandbox.graph.log.filter((request) => request.status === status);
    const deployment = await world.deployment();
    await deployment.apply();
    expect(spoiled().length).toBeGreaterThan(3);
    expect(await deployment.plan()).toBe(false);
    await expectNothingLeft(world);
    expect(spoiled().filter(({ method }) => method !== "GET")).not.toEqual([]);
  });
}
