import { applicationPermissions } from "../../model/permissions/application-permissions";
import { hal } from "./everything";
import { missingPrograms } from "./kubectl";
import { holdEverything } from "./permitted";
import { before, edited, permitted } from "./permitted-files";
import { Removal } from "./removal";
import { missingPartsOfPortal, realTest, startWorld, type World } from "./world";

/**
 * Proves of some stacks that what is printed suffices, and that nothing of it can be left out.
 *
 * @param stacks in the order in which they are deployed
 * @param others stacks that these need, deployed by an administrator
 */
export function testRemoval(stacks: readonly string[], others: readonly string[]): void {
  const missing = [...missingPartsOfPortal(), ...missingPrograms("kubectl")];
  const real = realTest(missing);
  let world: World;
  let removal: Removal;
  beforeAll(async () => {
    if (missing.length > 0) return;
    world = await startWorld(
      before,
      { users: [hal] },
      { apiServers: stacks.some((stack) => /^rbac-|^portal$/.test(stack)) },
    );
    await (await world.deployment(before)).apply(["users"]);
    removal = await Removal.prepare(world, permitted, edited);
    holdEverything(world, Object.keys(applicationPermissions));
    if (others.length > 0) await (await world.deployment(permitted)).apply(others);
  });
  afterAll(() => (missing.length === 0 ? world.end() : undefined));

  /** A failure says which stack, and what Terraform printed. */
  async function allSucceed(names: readonly string[], command: "apply" | "plan" | "destroy"): Promise<void> {
    for (const stack of names) {
      const { status, output } = await removal.permitted(stack, command);
      expect({ stack, output: status === 0 ? "" : output }).toEqual({ stack, output: "" });
    }
  }

  real(`with exactly the printed permissions ${stacks.join(", ")} apply, and plan nothing`, async () => {
    await allSucceed(stacks, "apply");
    await allSucceed(stacks, "plan");
  });

  for (const stack of stacks) {
    real(`without any single entry of ${stack} some step is refused`, async () => {
      const proof = await removal.proof(stack);
      process.stdout.write(`${JSON.stringify(proof, null, 2)}\n`);
      expect(Object.entries(proof).filter(([, step]) => step === "nothing")).toEqual([]);
    });
  }

  real(`with exactly the printed permissions ${stacks.join(", ")} are destroyed`, async () => {
    await allSucceed([...stacks].reverse(), "destroy");
  });
}
