import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

interface People {
  readonly check: unknown;
  readonly locals: { readonly people: string; readonly found_people: unknown };
  readonly output: unknown;
  readonly resource: { readonly azuread_group: Readonly<Record<string, { readonly members: string }>> };
}

/**
 * Seconds that `terraform plan` takes over the expressions of the stack `people` alone, with an empty state: the directory
 * has answered with everybody, and each group is a `terraform_data`, so that no provider, network or credential is needed.
 *
 * @param stack folder of the synthesized stack
 * @param folder where to plan
 * @throws Error if Terraform fails, or plans something else
 */
export function planPeople(terraform: string, stack: string, folder: string): number {
  const people = JSON.parse(readFileSync(join(stack, "cdk.tf.json"), "utf8")) as People;
  mkdirSync(folder);
  writeFileSync(join(folder, "main.tf.json"), withoutProviders(people));
  const run = (...args: readonly string[]) =>
    execFileSync(terraform, [...args, "-input=false", "-no-color"], {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, CHECKPOINT_DISABLE: "1" },
      maxBuffer: 256 * 1024 * 1024,
      stdio: ["ignore", "pipe", "pipe"],
    });
  run("init");
  const begun = performance.now();
  const plan = run("plan", "-lock=false");
  const seconds = (performance.now() - begun) / 1000;
  const groups = Object.keys(people.resource.azuread_group).length;
  if (!plan.includes(`Plan: ${String(groups)} to add, 0 to change, 0 to destroy.`)) {
    throw new Error(`Terraform was to plan ${String(groups)} groups:\n${plan.slice(-1000)}`);
  }
  return seconds;
}

function withoutProviders({ check, locals, output, resource }: People): string {
  const names = JSON.parse(/\{for name in (\[.*?\]) : name => null\}/.exec(locals.people)?.[1] ?? "[]") as string[];
  const json = JSON.stringify({
    check,
    locals: { ...locals, found_people: Object.fromEntries(names.map((name, index) => [name, objectId(index)])) },
    output,
    resource: {
      terraform_data: Object.fromEntries(
        Object.entries(resource.azuread_group).map(([key, { members }]) => [key, { input: members }]),
      ),
    },
  });
  return json.replace(/azuread_group\.([\w-]+)\.object_id/g, "terraform_data.$1.id");
}

const objectId = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`;
