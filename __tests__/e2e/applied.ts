import type { Access } from "../../config/schema/access";
import { planned } from "./planned";
import { byHand } from "./stack-by-hand";
import type { World } from "./world";

/**
 * Deploys one stack of a changed file as cdktf does it, by applying the plan that was made, and sees that the next plan is empty.
 *
 * @returns what the plan was: each address that it touched and the actions
 */
export async function applied(world: World, access: Access, stack: string): Promise<Record<string, string>> {
  await world.deployment(access);
  const changes = await planned(world, stack);
  const { status, output } = await byHand(world, stack, ["apply", "-input=false", "planned"]);
  if (status !== 0) throw new Error(output);
  expect(await planned(world, stack)).toEqual({});
  return changes;
}
