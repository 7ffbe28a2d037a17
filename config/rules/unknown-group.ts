import type { Mistake, Path } from "../mistake";
import { didYouMean } from "../suggestion";

/** What stands at this path is no key of `groups`. */
export function unknownGroup(path: Path, name: string, known: readonly string[]): Mistake {
  const hint = didYouMean(name, known);
  return { path, must: 'must name a group defined under "groups"', ...(hint === undefined ? {} : { hint }) };
}
