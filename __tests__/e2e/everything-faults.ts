import { setTimeout as wait } from "node:timers/promises";
import type { Faults } from "../../sandbox/graph/faults";
import { everything, hal } from "./everything";
import { missingParts, realTest, startWorld, type World } from "./world";

const real = realTest(missingParts());
const stacks = ["users", "people", "login", "attributes"];
let world: World;
afterEach(() => (missingParts().length === 0 ? world.end() : undefined));

/** Tries once more if it fails; the second failure is one. */
async function tries(run: () => Promise<void>, between: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch {
    await between();
    await run();
  }
}

/** The test that everything gets through such faults; a file for each of them, since it takes minutes. */
export function endsCleanIn(name: string, faults: Faults): void {
  describe(name, () => {
    real(
      "the first or the second apply of each stack ends clean, the plan after that is empty, and destroy ends clean",
      async () => {
        world = await startWorld(everything, { users: [hal] }, { apiServers: false });
        const { graph, directory } = world.sandbox;
        graph.faults = faults;
        const deployment = await world.deployment();
        // No provider gets an application into a directory that is always late (azuread issue 1811): the second try finds it in step.
        const settled = async () => {
          if (faults.consistencyMs === undefined) return;
          graph.faults = {};
          await wait(faults.consistencyMs);
        };
        for (const stack of stacks) {
          graph.faults = faults;
          await tries(() => deployment.apply([stack]), settled);
        }
        await settled();
        expect(await deployment.plan(stacks)).toBe(false);
        await tries(() => deployment.destroy(stacks), settled);
        await settled();
        expect(directory.all("applications").map(({ displayName }) => displayName)).toEqual(["terraform"]);
        expect(directory.all("claimsMappingPolicies")).toEqual([]);
        expect(directory.all("groups").map(({ displayName }) => displayName)).toEqual(["All auditors"]);
      },
    );
  });
}
