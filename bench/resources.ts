import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What a program wrote. */
export interface Resources {
  readonly stacks: number;
  /** Bytes of JSON of its managed resources: this program also looks up what is there already. */
  readonly bytes: number;
  /** How many of each type of managed resource, sorted by type. */
  readonly types: Readonly<Record<string, number>>;
}

export function resourcesIn(outdir: string): Resources {
  const stacks = readdirSync(join(outdir, "stacks"));
  const types = new Map<string, number>();
  let bytes = 0;
  for (const stack of stacks) {
    const json = readFileSync(join(outdir, "stacks", stack, "cdk.tf.json"), "utf8");
    const { resource = {} } = JSON.parse(json) as { resource?: Readonly<Record<string, object>> };
    bytes += Buffer.byteLength(JSON.stringify(resource));
    for (const [type, resources] of Object.entries(resource)) {
      types.set(type, (types.get(type) ?? 0) + Object.keys(resources).length);
    }
  }
  return { stacks: stacks.length, bytes, types: Object.fromEntries([...types].sort()) };
}

export const total = ({ types }: Resources) => Object.values(types).reduce((sum, count) => sum + count, 0);

/** In what two programs differ: stacks, resources of a type, or attributes, which may be a quarter more or less. */
export function unlike(one: Resources, other: Resources): string | undefined {
  if (one.stacks !== other.stacks) return `${String(one.stacks)} stacks and ${String(other.stacks)}`;
  const counts = [one, other].map(({ types }) => JSON.stringify(types));
  if (counts[0] !== counts[1]) return counts.join(" and ");
  const ratio = other.bytes / one.bytes;
  if (ratio < 0.75 || ratio > 1.25) return `${String(one.bytes)} bytes and ${String(other.bytes)}`;
  return undefined;
}
