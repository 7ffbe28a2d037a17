import type { Mistake, Path } from "../../mistake";
import { didYouMean } from "../../text/suggestion";

/** What stands at this path is no key of `groups`. */
export function unknownGroup(path: Path, name: string, known: readonly string[]): Mistake {
  return {
    path,
    must: 'must name a group defined under "groups"',
    hint: () => didYouMean(name, known),
  };
}
