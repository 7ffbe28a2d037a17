import { lacking } from "./lacking";
import { expectNothingLeft } from "./nothing-left";
import { locked, newest, oldest, pinned } from "./pinned-versions";
import { missingParts, realTest, startWorld, type World } from "./world";

let world: World;
afterEach(() => (missingParts().length === 0 ? world.end() : undefined));

realTest([...missingParts(), ...lacking(oldest), ...lacking(newest)])(
  "what the oldest versions made is nothing new to the newest",
  async () => {
    world = await startWorld(pinned(oldest));
    await (await world.deployment()).apply();
    const deployment = await world.deployment(pinned(newest));
    expect(locked(world, "login", "azuread")).toBe(newest.azuread);
    expect(await deployment.plan()).toBe(false);
    await expectNothingLeft(world);
  },
);
