import { cpSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { eject } from "../../commands/eject";
import { environments } from "../../sandbox/terraform/rehearsal";
import { terraform } from "../../sandbox/terraform/terraform";
import { findTerraform } from "../../sandbox/terraform/version";
import { accessOf, withGrants } from "../access-text";
import { expectNothingMade } from "./nothing-left";
import { testWorld } from "./test-world";

// Any aws that is installed: an ejected stack is not opened for it.
const text = `${withGrants("[{ group: devs, clusterRole: view }]", "{ devs: { members: [ada@contoso.com] } }")}terraform: { providers: { aws: ">= 5.0.0" } }\n`;
const { real, world } = testWorld(accessOf(text));
const order = ["login", "people", "eks-prod", "rbac-prod"];

/** Runs Terraform in an ejected stack; its status, and what it printed. */
async function inStack(stack: string, ...args: readonly string[]) {
  const { sandbox } = world;
  const found = findTerraform(process.env, "terraform");
  if ("missing" in found) throw new Error(found.missing);
  const { init, run } = environments(sandbox, process.env);
  const env = args[0] === "init" ? init : run;
  const folder = join(sandbox.props.folder, "plain", stack);
  const { status, output } = await terraform(folder, args, { binary: found.binary, env });
  return { status, output };
}

real("Terraform alone finds nothing to change in what was deployed, and destroys it", async () => {
  const { folder } = world.sandbox.props;
  await (await world.deployment()).apply();
  const file = join(folder, "access.yaml");
  writeFileSync(file, text);
  // What was deployed into the sandbox is not quite what the file says: its clusters have other addresses.
  const deployed = (_: unknown, outdir: string) => {
    cpSync(join(folder, "cdktf.out"), outdir, { recursive: true, filter: (path) => !path.includes(".terraform") });
  };
  expect(eject({ file, output: join(folder, "plain"), json: true, writeStacks: deployed })).toBe(0);
  expect(readdirSync(join(folder, "plain")).sort()).toEqual([...order, "README.md"].sort());
  for (const stack of order) {
    expect(await inStack(stack, "init", "-input=false")).toMatchObject({ status: 0 });
    const { status, output } = await inStack(stack, "plan", "-detailed-exitcode", "-input=false");
    expect([stack, status, output]).toEqual([stack, 0, expect.stringContaining("No changes")]);
  }
  for (const stack of [...order].reverse()) {
    expect(await inStack(stack, "destroy", "-auto-approve", "-input=false")).toMatchObject({ status: 0 });
  }
  expectNothingMade(world);
});
