import type { Mistake, Path } from "../../mistake";
import { didYouMean } from "../../text/suggestion";

/** What stands at this path is no key of `groups`. The suggestion is looked for only when it is told. */
export function unknownGroup(path: Path, name: string, known: readonly string[]): Mistake {
  return {
    path,
    must: 'must name a group defined under "groups"',
    get hint() {
      return didYouMean(name, known);
    },
  };
}
