import { distance } from "fastest-levenshtein";

/**
 * The name that was probably meant, compared without case: at most a third of its letters differ.
 *
 * @returns `did you mean "…"?`, or `undefined` if no name is near
 */
export function didYouMean(name: string, names: readonly string[]): string | undefined {
  const ranked = names.map((known) => ({ known, far: distance(name.toLowerCase(), known.toLowerCase()) }));
  const near = ranked.filter(({ known, far }) => far <= Math.ceil(known.length / 3)).sort((a, b) => a.far - b.far)[0];
  return near && `did you mean "${near.known}"?`;
}
