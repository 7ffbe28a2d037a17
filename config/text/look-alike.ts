/** What a reader does not tell apart: of Latin letters in unicode.org/reports/tr39, "Confusable Detection". */
const same: readonly (readonly [RegExp, string])[] = [
  [/[\p{C}\p{Z}\p{M}]/gu, ""],
  [/\p{Pd}/gu, "-"],
  [/[I1|]/g, "l"],
  [/0/g, "o"],
];

/** The signs of a name as somebody sees them who reads it quickly. */
const seen = (name: string) =>
  Array.from(
    same
      .reduce((text, [sign, other]) => text.replace(sign, other), name.normalize("NFKD"))
      .toLowerCase()
      .replace(/rn/g, "m")
      .replace(/vv/g, "w"),
  );

/** Signs that may pass for an ASCII one, such as a dotless i. Letters of other scripts beside Latin ones are refused anyway. */
const passes = (sign: string) => sign > "\u007f" && /[\p{Script=Latin}\p{P}\p{S}]/u.test(sign);

function areAlike(signs: readonly string[], others: readonly string[]): boolean {
  if (signs.length !== others.length) return false;
  const equal = signs.filter((sign, index) => sign === others[index]).length;
  return equal > 0 && equal + signs.filter(passes).length === signs.length;
}

/** Finds the first of some names, all ASCII, that a reader would take a name for. A file may have thousands to compare with the same. */
export function lookAlikeOf(others: readonly string[]): (name: string) => string | undefined {
  const all = others.map(seen);
  return (name) => {
    const signs = seen(name);
    return others[all.findIndex((other) => areAlike(signs, other))];
  };
}

/** Whether a reader would think that a name begins so, with ASCII. */
export const seemsToBeginWith = (name: string, start: string): boolean =>
  areAlike(seen(name).slice(0, start.length), seen(start));
