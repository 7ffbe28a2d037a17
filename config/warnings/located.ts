import type { Finding } from "../finding";
import type { Places } from "../file/places";
import { written, type Path } from "../mistake";

/** What was found at a place, with where that is in the text and the page that says more. */
export function located(
  source: Places,
  page: string,
  rule: string,
  [path, finding, why]: readonly [path: Path, finding: string, why?: string | undefined, ...more: readonly unknown[]],
): Finding {
  const { file, source: text, path: inside } = source.originOf(path);
  const told = source.inWords(finding, path);
  return {
    ...(file === undefined ? {} : { file }),
    position: text.locate(inside),
    path: written(inside),
    sentence: why === undefined ? told : `${told}. ${why}`,
    rule,
    finding: told,
    ...(why === undefined ? {} : { why }),
    more: `${page}#${rule}`,
  };
}
