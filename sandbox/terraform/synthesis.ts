import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PlacedAccess } from "../../model/placed-access";

/** `manifest.json` of CDKTF, as far as it is read here. */
interface Manifest {
  readonly stacks: Readonly<
    Record<
      string,
      { readonly name: string; readonly workingDirectory: string; readonly dependencies: readonly string[] }
    >
  >;
}

/** A stack that Terraform can be run in. */
export interface SynthesizedStack {
  readonly name: string;
  /** Absolute path of the folder with its `cdk.tf.json`. */
  readonly directory: string;
  /** Names of the stacks that it is deployed after. */
  readonly dependencies: readonly string[];
}

/** Writes the Terraform of every stack into a folder: what `main.ts` does, which the sandbox is handed. */
export type WriteStacks = (file: PlacedAccess, outdir: string) => unknown;

/**
 * What has been synthesized into a folder.
 *
 * @returns the stacks in an order in which they can be deployed
 */
export function stacksIn(outdir: string): SynthesizedStack[] {
  const { stacks } = JSON.parse(readFileSync(join(outdir, "manifest.json"), "utf8")) as Manifest;
  return inWaves(
    Object.values(stacks).map(({ name, workingDirectory, dependencies }) => ({
      name,
      directory: join(outdir, workingDirectory),
      dependencies,
    })),
  ).flat();
}

/** Stacks that can be deployed at the same time, wave after wave; dependencies come first. */
export function inWaves(stacks: readonly SynthesizedStack[]): SynthesizedStack[][] {
  const waves: SynthesizedStack[][] = [];
  let rest = stacks;
  while (rest.length > 0) {
    const waiting = new Set(rest.map(({ name }) => name));
    const wave = rest.filter(({ dependencies }) => !dependencies.some((name) => waiting.has(name)));
    if (wave.length === 0) throw new Error(`stacks depend on each other: ${[...waiting].join(", ")}`);
    waves.push(wave);
    rest = rest.filter((stack) => !wave.includes(stack));
  }
  return waves;
}
