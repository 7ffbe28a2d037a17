import type { Finding } from "../finding";
import type { Source } from "../file/source";
import { written, type Path } from "../mistake";

/** What was found at a place, with where that is in the text and the page that says more. */
export function located(
  source: Source,
  page: string,
  rule: string,
  [path, finding, why]: readonly [path: Path, finding: string, why?: string | undefined, ...more: readonly unknown[]],
): Finding {
  return {
    position: source.locate(path),
    path: written(path),
    sentence: why === undefined ? finding : `${finding}. ${why}`,
    rule,
    finding,
    ...(why === undefined ? {} : { why }),
    more: `${page}#${rule}`,
  };
}
