import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { accessFile, type Size } from "./access-file";
import { measure, type Measured, type Program } from "./measure";
import { median } from "./median";
import { resourcesIn, unlike, type Resources } from "./resources";

/** `bare`: CDKTF and its bindings alone; `untraced`: the same without stack traces; `ours`: from access.yaml on. */
export const variants = ["bare", "untraced", "ours"] as const;
export type Variant = (typeof variants)[number];

export type Figures = Omit<Measured, "stdout">;

export interface Synthesis {
  readonly size: Size;
  readonly resources: Resources;
  readonly medians: Readonly<Record<Variant, Figures>>;
  /** Folder of what was written, by variant. */
  readonly written: Readonly<Record<Variant, string>>;
}

/**
 * Has the three programs write the same resources, in turn.
 *
 * @param folder for the access file and what is written
 * @param rounds how often; the median counts
 * @throws Error if a program fails, or they write different resources
 */
export async function synthesizeInTurn(
  size: Size,
  folder: string,
  rounds: number,
  say: (sentence: string) => void,
): Promise<Synthesis> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "access.yaml"), accessFile(size));
  const written = { bare: join(folder, "bare"), untraced: join(folder, "untraced"), ours: join(folder, "ours") };
  const runs: Record<Variant, Measured[]> = { bare: [], untraced: [], ours: [] };
  for (let round = 1; round <= rounds; round += 1) {
    for (const variant of variants) {
      const run = await measure(program(variant, size, folder, written[variant]));
      runs[variant].push(run);
      say(`round ${String(round)} of ${String(rounds)}, ${variant}: ${run.seconds.toFixed(1)} s`);
    }
  }
  const [bare, untraced, ours] = variants.map((variant) => resourcesIn(written[variant]));
  if (bare === undefined || untraced === undefined || ours === undefined) throw new Error("nothing was written");
  const difference = unlike(bare, ours) ?? unlike(bare, untraced);
  if (difference !== undefined) throw new Error(`The programs write different things: ${difference}`);
  const medians = { bare: middle(runs.bare), untraced: middle(runs.untraced), ours: middle(runs.ours) };
  return { size, resources: ours, medians, written };
}

const middle = (runs: readonly Measured[]): Figures => ({
  seconds: median(runs.map(({ seconds }) => seconds)),
  cpuSeconds: median(runs.map(({ cpuSeconds }) => cpuSeconds)),
  mebibytes: median(runs.map(({ mebibytes }) => mebibytes)),
});

function program(variant: Variant, size: Size, folder: string, outdir: string): Program {
  const { groups, members, clusters, grants } = size;
  const bare = ["bench/bare-program.ts", ...[groups, members, clusters, grants].map(String)];
  const env = { CDKTF_OUTDIR: outdir, ACCESS_FILE: join(folder, "access.yaml") };
  switch (variant) {
    case "bare":
      return { args: ["--import", "tsx", ...bare], env };
    case "untraced":
      return { args: ["--import", "tsx", "--import", "./constructs/terraform/stack-traces.ts", ...bare], env };
    case "ours":
      return { args: ["--import", "tsx", "main.ts"], env };
  }
}
