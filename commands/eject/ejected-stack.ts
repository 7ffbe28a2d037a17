import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { SynthesizedStack } from "../../sandbox/terraform/synthesis";

type Block = Record<string, unknown>;

/** The configuration of a stack as Terraform reads it, without what CDKTF notes for itself under `//`. */
export function ejectedStack({ directory }: SynthesizedStack): string {
  const stack = withoutNote(JSON.parse(readFileSync(join(directory, "cdk.tf.json"), "utf8")));
  // Deeper down `//` can be a key that the access file has written.
  for (const kind of ["resource", "data", "ephemeral"]) {
    if (stack[kind] === undefined) continue;
    stack[kind] = eachValue(stack[kind], (ofType) => eachValue(ofType, withoutNote));
  }
  return `${JSON.stringify(stack, null, 2)}\n`;
}

function withoutNote(block: unknown): Block {
  const { "//": _, ...rest } = block as Block;
  return rest;
}

const eachValue = (block: unknown, change: (value: unknown) => unknown): Block =>
  Object.fromEntries(Object.entries(block as Block).map(([key, value]) => [key, change(value)]));
