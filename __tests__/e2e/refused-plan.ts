import type { Access } from "../../config/schema/access";
import { byHand, unbroken } from "./stack-by-hand";
import type { World } from "./world";

/** What the plan of a stack of a changed file says; it has to fail. */
export async function refusedPlan(world: World, access: Access, stack: string): Promise<string> {
  await world.deployment(access);
  const { status, output } = await byHand(world, stack, ["plan", "-input=false"]);
  expect(status).toBe(1);
  return unbroken(output);
}
