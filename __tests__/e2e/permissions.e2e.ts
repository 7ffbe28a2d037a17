import { hal } from "./everything";
import { Removal } from "./removal";
import { access, edited, missing } from "./removed-entries";
import { realTest, startWorld, type World } from "./world";

const real = realTest(missing);
let world: World;
let removal: Removal;
beforeAll(async () => {
  if (missing.length > 0) return;
  world = await startWorld(access, { users: [hal] });
  removal = await Removal.prepare(world, access, edited);
});
afterAll(() => (missing.length === 0 ? world.end() : undefined));

/** A failure says which stack, and what Terraform printed. */
async function allSucceed(stacks: readonly string[], command: "apply" | "plan" | "destroy"): Promise<void> {
  for (const stack of stacks) {
    const { status, output } = await removal.permitted(stack, command);
    expect({ stack, output: status === 0 ? "" : output }).toEqual({ stack, output: "" });
  }
}

real("with exactly the printed permissions every stack applies, and plans nothing", async () => {
  await allSucceed(removal.names, "apply");
  await allSucceed(removal.names, "plan");
});

real("with exactly the printed permissions every stack is destroyed", async () => {
  await allSucceed([...removal.names].reverse(), "destroy");
});
