import { readFileSync } from "node:fs";
import { join } from "node:path";
import { accessOf } from "../access-text";
import { hal } from "./everything";
import { missingPrograms } from "./kubectl";
import { Removal } from "./removal";
import { missingPartsOfPortal, realTest, startWorld, type World } from "./world";

const text = readFileSync(join(__dirname, "..", "..", "docs", "examples", "everything.yaml"), "utf8");
export const access = accessOf(text);
/** Changes something of each stack that can be changed: an owner, names that bindings carry, rules, a secret's date. */
export const edited = accessOf(
  text
    .replace(
      "owners: [grace@contoso.com]\n\nattributes",
      "owners: [carol@contoso.com, grace@contoso.com]\n\nattributes",
    )
    .replace("  devs:\n", "  devs:\n    displayName: Developers\n")
    .replace("seniors: {", "seniors: { displayName: Seniors,")
    .replace("verbs: [get, delete]", "verbs: [get]")
    .replace("verbs: [list]", "verbs: [get]")
    .replace('version: "3.15" }', 'version: "3.15", secret: { rotate: "2026-11-22" } }'),
);

export const missing = [...missingPartsOfPortal(), ...missingPrograms("kubectl")];

/**
 * The tests that a stack needs each of its entries; a file for each that takes minutes.
 *
 * @param stacks what is tried
 * @param deployed what must be there for that, in its order
 */
export function needEachEntry(stacks: readonly string[], deployed: readonly string[]): void {
  const real = realTest(missing);
  let world: World;
  let removal: Removal;
  beforeAll(async () => {
    if (missing.length > 0) return;
    world = await startWorld(access, { users: [hal] });
    removal = await Removal.prepare(world, access, edited);
    for (const stack of deployed) await removal.deploy(stack);
  });
  afterAll(() => (missing.length === 0 ? world.end() : undefined));

  for (const stack of stacks) {
    real(`without any single entry of ${stack} some step is refused`, async () => {
      const proof = await removal.proof(stack);
      process.stdout.write(`${JSON.stringify(proof, null, 2)}\n`);
      expect(Object.entries(proof).filter(([, step]) => step === "nothing")).toEqual([]);
    });
  }
}
