import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { SynthesizedStack } from "./synthesis";
import { terraform, type TerraformProps } from "./terraform";

/** How a stack was initialized: with notes on what had to give way, or not at all, and why. */
export type Initialized = { readonly notes: readonly string[] } | { readonly missing: string };

const unavailable =
  /available versions for provider (\S+): no available releases match the given constraints ((?:[<>=!~]*\s*[\d.]+(?:, )?)+)/;

/**
 * Runs `terraform init`. A provider of which only other versions are to be had is taken in one of those, and that is said.
 */
export async function initialize(stack: SynthesizedStack, props: TerraformProps): Promise<Initialized> {
  const notes: string[] = [];
  for (;;) {
    // -upgrade: a lock file of an earlier run may hold a version that the constraint, written anew, excludes.
    const { status, output } = await terraform(stack.directory, ["init", "-upgrade", "-input=false"], props);
    if (status === 0) return { notes };
    // Terraform breaks its lines anywhere.
    const text = output.replace(/\s+/g, " ").trim();
    const [, provider, range] = unavailable.exec(text) ?? [];
    const local = provider?.split("/").at(-1);
    if (local === undefined || range === undefined || !openVersion(stack, local)) {
      const [, reason = text] = /Error: (.{1,240})/.exec(text) ?? [];
      return { missing: `${stack.name} cannot be initialized: ${reason}` };
    }
    notes.push(`${local} is not to be had in the versions ${range}: another is used`);
  }
}

/** Takes a version constraint out of a stack; whether there was one. */
function openVersion({ directory }: SynthesizedStack, provider: string): boolean {
  const file = join(directory, "cdk.tf.json");
  const stack = JSON.parse(readFileSync(file, "utf8")) as {
    terraform: { required_providers: Record<string, { version?: string } | undefined> };
  };
  const required = stack.terraform.required_providers[provider];
  if (required?.version === undefined) return false;
  delete required.version;
  writeFileSync(file, JSON.stringify(stack, null, 2));
  return true;
}
