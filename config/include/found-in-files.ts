import type { Draft } from "../draft";
import type { Source } from "../file/source";
import { locate, type FoundIn } from "../found-mistakes";
import type { Mistake } from "../mistake";
import { beyondBounds } from "./beyond-bounds";
import type { Part } from "./part";
import type { Whole } from "./whole";

/** What was found in an access file and in those that it includes, each in its own file. */
export function foundInFiles(
  whole: Whole,
  found: readonly (readonly [rule: string, mistake: Mistake])[],
  main: { readonly name: string; readonly source: Source; readonly draft: Draft },
): FoundIn[] {
  const { value, parts, places, inParts } = whole;
  const textOf = (part: Part) => ({ file: part.name, source: part.source, rank: parts.indexOf(part) + 1 });
  const inPart = (part: Part, rule: string, mistake: Mistake) =>
    locate(rule, mistake, { value: part.value, ...textOf(part) });
  return [
    ...parts.flatMap((part) => part.broken.map((one) => ({ ...one, ...textOf(part) }))),
    ...inParts.map(({ part, rule, mistake }) => inPart(part, rule, mistake)),
    ...parts.flatMap((part) =>
      beyondBounds(part, main.draft, main).flatMap((mistake) =>
        part.follows(mistake.path) ? [] : [inPart(part, "bounds", mistake)],
      ),
    ),
    ...found.map(([rule, mistake]) => {
      const told = { ...mistake, must: places.inWords(mistake.must, mistake.path) };
      const at = whole.partOf(mistake.path);
      if (at === undefined) return locate(rule, told, { value, source: main.source });
      return inPart(at.part, rule, { ...told, path: at.path });
    }),
  ];
}
