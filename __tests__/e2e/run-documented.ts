import { accessOf } from "../access-text";
import { Checkout, missingMirrors } from "./cdktf";
import { withClient, type Step } from "./documented";
import { expectNothingMade } from "./nothing-left";
import { missingPartsOfPortal, realTest, startWorld, type World } from "./world";

const missing = [...missingPartsOfPortal(), ...missingMirrors()];
const real = realTest(missing);
const listPods = { verb: "list", resource: "pods", namespace: "team-a" };

/** Everybody and every namespace that one of the files names. */
const seeded = accessOf(withClient);

/** Runs commands of the documents one after another, a test each, in a sandbox of their own. */
export function runDocumented(steps: readonly Step[]): void {
  let world: World;
  let checkout: Checkout;
  beforeAll(async () => {
    if (missing.length > 0) return;
    world = await startWorld(seeded);
    checkout = new Checkout(world.sandbox);
  });
  afterAll(() => (missing.length === 0 ? world.end() : undefined));

  for (const { title, file, command, may = {} } of steps) {
    real(`${title}: ${command}`, async () => {
      const { status, output } = await checkout.run(file, command);
      expect({ status, output: status === 0 ? "" : output }).toEqual({ status: 0, output: "" });
      const answers = Object.keys(may).map(
        async (person) => [person, await world.sandbox.may(person, "prod", listPods)] as const,
      );
      expect(Object.fromEntries(await Promise.all(answers))).toEqual(may);
    });
  }

  real("nothing is left behind", async () => {
    await Promise.resolve();
    expectNothingMade(world);
  });
}
