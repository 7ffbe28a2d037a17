import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { SynthesizedStack } from "../../sandbox/terraform/synthesis";
import { withoutProgram, type Ejected } from "./without-program";

type Block = Readonly<Record<string, unknown>>;

/** Blocks that have a type and a name; the others have no note of CDKTF. */
const kinds: ReadonlySet<string> = new Set(["resource", "data", "ephemeral"]);

/** The configuration of a stack as Terraform reads it, without what CDKTF notes for itself under `//` and commands of this program. */
export function ejectedStack({ directory }: SynthesizedStack, ejected: Ejected): string {
  const stack = withoutNote(JSON.parse(readFileSync(join(directory, "cdk.tf.json"), "utf8")));
  // Deeper down `//` can be a key that the access file has written.
  const plain = Object.entries(stack).map(([kind, types]) => [
    kind,
    kinds.has(kind) ? eachValue(types, (blocks) => eachValue(blocks, withoutNote)) : types,
  ]);
  return `${JSON.stringify(withoutProgram(Object.fromEntries(plain), ejected), null, 2)}\n`;
}

const withoutNote = (block: unknown): Block =>
  Object.fromEntries(Object.entries(block as Block).filter(([key]) => key !== "//"));

const eachValue = (block: unknown, change: (value: unknown) => unknown): Block =>
  Object.fromEntries(Object.entries(block as Block).map(([key, value]) => [key, change(value)]));
