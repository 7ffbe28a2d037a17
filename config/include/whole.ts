import { ownIn } from "../../model/own";
import { mostBytes } from "../file/read-file";
import { mostCopied } from "../file/yaml-structure";
import type { Places } from "../file/places";
import type { Source } from "../file/source";
import type { Mistake, Path } from "../mistake";
import { isIncludable, mostIncluded } from "../schema/include/bounds";
import type { Understood } from "../understand";
import type { IncludedFiles } from "./included-files";
import { Merged, type PartMistake } from "./merged";
import { readPart, type Amounts, type NoPart, type Part } from "./part";

/** An access file with what it includes. */
export interface Whole {
  readonly value: unknown;
  readonly places: Places;
  readonly parts: readonly Part[];
  /** Files that are not there, or are none: each at the line that includes it. */
  readonly missing: readonly Mistake[];
  /** Mistakes in included files, by the rule that they break. */
  readonly inParts: readonly (PartMistake & { readonly rule: string })[];
  /** The part of a path, and the path as that file counts. */
  partOf(path: Path): { readonly part: Part; readonly path: Path } | undefined;
  /** Whether what a rule says of this path follows from another mistake. */
  follows(path: Path): boolean;
}

/** The paths that an access file includes and that may be read. */
export function includedPaths(value: unknown): string[] {
  const include = ownIn(value, "include");
  if (typeof include !== "object" || include === null || Array.isArray(include)) return [];
  return Object.keys(include).filter(isIncludable).slice(0, mostIncluded);
}

/**
 * Reads what an access file includes.
 *
 * @param main the access file alone
 * @returns `undefined` if it includes nothing
 */
export function readWhole(
  main: { readonly name: string; readonly source: Source; readonly meant: Understood } & Amounts,
  files: IncludedFiles,
): Whole | undefined {
  const paths = includedPaths(main.meant.value);
  if (paths.length === 0) return undefined;
  let left: Amounts = { bytes: mostBytes - main.bytes, copied: mostCopied - main.copied };
  const seen = new Set<string>();
  const read = paths.map((path): Part | NoPart => {
    // A file system without case would read one file twice.
    if (seen.has(path.toLowerCase())) return { path, must: "must be another file than the other entries" };
    seen.add(path.toLowerCase());
    const found = readPart(path, files, left);
    if ("bytes" in found) left = { bytes: left.bytes - found.bytes, copied: left.copied - found.copied };
    return found;
  });
  const parts = read.filter((one): one is Part => "source" in one);
  const merged = new Merged(main, main.meant.value, parts);
  return {
    value: merged.value,
    places: merged,
    parts,
    missing: read.flatMap((one) => {
      if ("source" in one) return [];
      const { path, must, hint } = one;
      return { path: ["include", path], at: "key", must, ...(hint === undefined ? {} : { hint }) };
    }),
    inParts: [
      ...parts.flatMap((part) => part.mistakes.map(([rule, mistake]) => ({ part, mistake, rule }))),
      ...merged.mistakes.map((one) => ({ ...one, rule: "include" })),
    ],
    partOf: (path) => merged.partOf(path),
    follows: (path) => {
      const { part, path: inside } = merged.partOf(path) ?? {};
      return part === undefined || inside === undefined ? main.meant.follows(path) : part.follows(inside);
    },
  };
}
