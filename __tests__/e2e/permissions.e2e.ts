import { readFileSync } from "node:fs";
import { join } from "node:path";
import { accessOf } from "../access-text";
import { hal } from "./everything";
import { missingPrograms } from "./kubectl";
import { Removal } from "./removal";
import { missingPartsOfPortal, realTest, startWorld, type World } from "./world";

const text = readFileSync(join(__dirname, "..", "..", "docs", "examples", "everything.yaml"), "utf8");
const access = accessOf(text);
/** Changes something of each stack that can be changed: an owner, names that bindings carry, rules, a secret's date. */
const edited = accessOf(
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

const missing = [...missingPartsOfPortal(), ...missingPrograms("kubectl")];
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

for (const stack of ["users", "people", "login", "attributes", "eks-prod", "rbac-prod", "credentials", "portal"]) {
  real(`without any single entry of ${stack} some step is refused`, async () => {
    const proof = await removal.proof(stack);
    process.stdout.write(`${JSON.stringify(proof, null, 2)}\n`);
    expect(Object.entries(proof).filter(([, step]) => step === "nothing")).toEqual([]);
  });
}

real("with exactly the printed permissions every stack is destroyed", async () => {
  await allSucceed([...removal.names].reverse(), "destroy");
});
