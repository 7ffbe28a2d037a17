import { distance } from "fastest-levenshtein";

/** Longer names, and more of them, are compared with nothing: the time grows with the product of their lengths. */
const longest = 253;
const most = 2000;

/**
 * The name that was probably meant, compared without case: at most a third of its letters differ. Numbers and versions are
 * near to all others, and suggest nothing.
 */
export function nearest(name: string, names: readonly string[]): string | undefined {
  if (name.length > longest || /^v?\d+(\.\d+)*$/.test(name)) return undefined;
  const wanted = name.toLowerCase();
  let [best, least] = [undefined as string | undefined, Infinity];
  for (const known of names.slice(0, most)) {
    const allowed = Math.ceil(known.length / 3);
    if (known.length > longest || Math.abs(known.length - name.length) > allowed) continue;
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
