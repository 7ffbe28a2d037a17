import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { join } from "node:path";
import { lockedVersions, lockFile } from "./lock-file";
import type { SynthesizedStack } from "./synthesis";
import { terraform, type TerraformProps } from "./terraform";

/** How a stack was initialized: with notes on what had to give way, or not at all, and why. */
export type Initialized = { readonly notes: readonly string[] } | { readonly missing: string };

/** All that `terraform init` looks at: a stack has no modules. */
interface Block {
  readonly required_providers: Record<string, { version?: string } | undefined>;
}

/** An `init` that was done: what it was asked, and which providers were taken in any version. */
interface Done {
  readonly asked: Block;
  readonly opened: readonly string[];
  readonly notes: readonly string[];
}

const unavailable =
  /(?:available versions for|Could not resolve) provider (\S+): no available releases match the given constraints ((?:[<>=!~]*\s*[\d.]+(?:, )?)+)/;

/**
 * Runs `terraform init`, unless it has been done in this folder for the same backend and providers. A provider of which only
 * other versions are to be had is taken in one of those, and that is said.
 */
export async function initialize(stack: SynthesizedStack, props: TerraformProps): Promise<Initialized> {
  const { terraform: asked } = read(stackFile(stack)) as StackFile;
  const before = existsSync(doneFile(stack)) ? (read(doneFile(stack)) as Done) : undefined;
  if (before !== undefined && isDeepStrictEqual(before.asked, asked)) {
    for (const provider of before.opened) openVersion(stack, provider);
    return { notes: before.notes };
  }
  rmSync(doneFile(stack), { force: true });
  const opened = new Map<string, string>();
  for (;;) {
    // -upgrade: a lock file of an earlier run may hold a version that the constraint, written anew, excludes.
    const { status, output } = await terraform(stack.directory, ["init", "-upgrade", "-input=false"], props);
    if (status === 0) {
      const notes = [...opened].map(([provider, range]) => noteOf(stack, provider, range));
      trustInstalled(stack);
      mkdirSync(join(stack.directory, ".terraform"), { recursive: true });
      writeFileSync(doneFile(stack), JSON.stringify({ asked, opened: [...opened.keys()], notes } satisfies Done));
      return { notes };
    }
    // Terraform breaks its lines anywhere.
    const text = output.replace(/\s+/g, " ").trim();
    const [, provider, range] = unavailable.exec(text) ?? [];
    const local = provider?.split("/").at(-1);
    if (local === undefined || range === undefined || !openVersion(stack, local)) {
      const [, reason = text] = /Error: (.{1,240})/.exec(text) ?? [];
      return { missing: `${stack.name} cannot be initialized: ${reason}` };
    }
    opened.set(local, range);
  }
}

/** That a provider was not found in its range, and which was installed. */
function noteOf(stack: SynthesizedStack, provider: string, range: string): string {
  const [, version = "another version"] =
    [...lockedVersions(stack.directory)].find(([address]) => address.endsWith(`/${provider}`)) ?? [];
  return `no ${provider} provider in the range ${range.trim()} was found, ${version} is used`;
}

interface StackFile {
  readonly terraform: Block;
}

const stackFile = ({ directory }: SynthesizedStack) => join(directory, "cdk.tf.json");

/** Beside what was installed: both go together. */
const doneFile = ({ directory }: SynthesizedStack) => join(directory, ".terraform", "initialized.json");

const read = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));

/**
 * Takes the checksums out of the lock file. Terraform checked what it installed, and would do so before every command again:
 * half a second for the 700 MB of aws. [src] providerFactories in internal/command/meta_providers.go asks for those that are locked.
 */
function trustInstalled({ directory }: SynthesizedStack): void {
  const lock = lockFile(directory);
  if (!existsSync(lock)) return;
  writeFileSync(lock, readFileSync(lock, "utf8").replace(/^ *hashes = \[[^\]]*\]\n/gm, ""));
}

/** Takes a version constraint out of a stack; whether there was one. */
function openVersion(stack: SynthesizedStack, provider: string): boolean {
  const file = read(stackFile(stack)) as StackFile;
  const required = file.terraform.required_providers[provider];
  if (required?.version === undefined) return false;
  delete required.version;
  writeFileSync(stackFile(stack), JSON.stringify(file, null, 2));
  return true;
}
