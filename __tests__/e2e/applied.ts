import type { Access } from "../../config/schema/access";
import { planned } from "./planned";
import type { World } from "./world";

/**
 * Deploys one stack of a changed file, and sees that the next plan is empty.
 *
 * @returns what the plan was: each address that it touched and the actions
 */
export async function applied(world: World, access: Access, stack: string): Promise<Record<string, string>> {
  const deployment = await world.deployment(access);
  const changes = await planned(world, stack);
  await deployment.apply([stack]);
  expect(await planned(world, stack)).toEqual({});
  return changes;
}
