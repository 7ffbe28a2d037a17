import type { Slip } from "./slip";

/** Slips that break a text in many ways: each with what stands before the sign that is wrong. */
const causes: readonly (readonly [RegExp, string])[] = [
  [
    /^(?=[<=>]{7}(?: |\r?$))/m,
    "must not hold the marks of a merge conflict of git; keep one side, and delete the marks",
  ],
  // YAML knows the space and the tab: any other is a letter to it.
  [
    /(?:^[ \t]*|[:,[{-] *)(?=[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000])/m,
    "must have a plain space here, not a sign that looks like one; text copied from a page or a chat has such",
  ],
];

/** The slip behind all that the parser says of a text. */
export function causeOf(text: string): Slip | undefined {
  for (const [before, must] of causes) {
    const found = before.exec(text);
    if (found !== null) return { offset: found.index + found[0].length, must };
  }
  return undefined;
}
