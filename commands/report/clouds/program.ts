import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PlacedAccess } from "../../../model/placed-access";
import { stacksIn, type WriteStacks } from "../../../sandbox/terraform/synthesis";

/** A block of Terraform JSON. */
export type Block = Readonly<Record<string, unknown>>;

/** The Terraform of one stack, as far as it is compared. */
export interface StackText {
  readonly name: string;
  /** Names of the stacks that it is deployed after. */
  readonly dependencies: readonly string[];
  /** Arguments of each resource, by its address. */
  readonly resources: ReadonlyMap<string, Block>;
  /** The same of each data source, by its address without `data.`. */
  readonly data: ReadonlyMap<string, Block>;
  readonly locals: Block;
  /** Value of each output. */
  readonly outputs: ReadonlyMap<string, unknown>;
  /** Addresses of resources that are let go without being destroyed. */
  readonly released: ReadonlySet<string>;
  readonly providers: Block;
  /** Where the state is kept. */
  readonly backend: unknown;
}

/** The stacks of one access file by name, in an order in which they can be deployed. */
export type Program = ReadonlyMap<string, StackText>;

/** What CDKTF has written into a folder. */
export function programIn(outdir: string): Program {
  return new Map(
    stacksIn(outdir).map(({ name, directory, dependencies }) => {
      const text = JSON.parse(readFileSync(join(directory, "cdk.tf.json"), "utf8")) as Block;
      return [name, stackText(name, dependencies, text)];
    }),
  );
}

/** The program of an access file, written into a folder that is there no longer than it takes. */
export function programOf(file: PlacedAccess, writeStacks: WriteStacks): Program {
  const outdir = mkdtempSync(join(tmpdir(), "entra-eks-report-"));
  try {
    writeStacks(file, outdir);
    return programIn(outdir);
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

function stackText(name: string, dependencies: readonly string[], text: Block): StackText {
  const outputs = Object.entries(blockOf(text["output"]));
  const removed = (text["removed"] ?? []) as readonly { readonly from: string }[];
  return {
    name,
    dependencies,
    resources: byAddress(text["resource"]),
    data: byAddress(text["data"]),
    locals: blockOf(text["locals"]),
    outputs: new Map(outputs.map(([output, block]) => [output, blockOf(block)["value"]])),
    released: new Set(removed.map(({ from }) => from)),
    providers: blockOf(text["provider"]),
    backend: blockOf(text["terraform"])["backend"],
  };
}

function byAddress(types: unknown): Map<string, Block> {
  return new Map(
    Object.entries(blockOf(types)).flatMap(([type, named]) =>
      Object.entries(blockOf(named)).map(([name, block]) => [`${type}.${name}`, blockOf(block)] as const),
    ),
  );
}

/** What is there as a block; what is missing as an empty one. */
export const blockOf = (value: unknown): Block => (value ?? {}) as Block;
