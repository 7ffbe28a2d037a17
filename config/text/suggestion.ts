import { distance } from "fastest-levenshtein";

/** Longer names are compared with nothing: the time grows with the product of their lengths. */
const longest = 253;

/** What one search may cost, in letters of known names for each 32 of the given one: 8,000 names of 12 letters, 1,000 of 50. */
const mostLetters = 100_000;

/**
 * The name that was probably meant, compared without case: at most a third of its letters differ. Numbers and versions are
 * near to all others, and suggest nothing.
 */
export function nearest(name: string, names: readonly string[]): string | undefined {
  if (name.length > longest || /^v?\d+(\.\d+)*$/.test(name)) return undefined;
  const wanted = name.toLowerCase();
  const cost = Math.ceil(name.length / 32);
  let [best, least, letters] = [undefined as string | undefined, Infinity, mostLetters];
  for (const known of names) {
    const allowed = Math.ceil(known.length / 3);
    const apart = Math.abs(known.length - name.length);
    if (known.length > longest || apart > allowed || apart >= least) continue;
    letters -= known.length * cost;
    if (letters < 0 || least === 0) break;
    const far = distance(wanted, known.toLowerCase());
    if (far <= allowed && far < least) [best, least] = [known, far];
  }
  return best;
}

/** @returns `did you mean "…"?`, or `undefined` if no name is near */
export function didYouMean(name: string, names: readonly string[]): string | undefined {
  const near = nearest(name, names);
  return near === undefined ? undefined : `did you mean "${near}"?`;
}

/** Shorter words are a part of too much. */
const shortest = 3;

/** The same for a few fixed words: also the only one that the given word is a part of, or that is a part of it, as `tofu` of `opentofu`. */
export function didYouMeanWord(name: string, words: readonly string[]): string | undefined {
  const wanted = name.toLowerCase();
  const isPart = (one: string, other: string) => one.length >= shortest && other.includes(one);
  const [only, ...others] = words.filter((word) => isPart(wanted, word) || isPart(word, wanted));
  return didYouMean(name, words) ?? (only === undefined || others.length > 0 ? undefined : `did you mean "${only}"?`);
}
