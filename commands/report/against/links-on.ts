import { lstatSync, readlinkSync } from "node:fs";
import { dirname, join, parse, relative, resolve, sep } from "node:path";

/** A link that a path leads through. */
interface Link {
  /** Absolute, without links before it. */
  readonly path: string;
  /** What it holds, as it is written. */
  readonly target: string;
}

/** The links that a path leads through, of files and of folders, in their order. The path is there, so they lead in no circle. */
export function linksOn(path: string): Link[] {
  const whole = resolve(path);
  const { root } = parse(whole);
  let at = root;
  for (const part of relative(root, whole).split(sep)) {
    at = join(at, part);
    if (!lstatSync(at).isSymbolicLink()) continue;
    const target = readlinkSync(at);
    const rest = relative(at, whole);
    return [{ path: at, target }, ...linksOn(join(resolve(dirname(at), target), rest))];
  }
  return [];
}
