/** A text with mistakes in it, and the lines that they stand in, counted from 1, in order. */
export interface Mistaken {
  readonly text: string;
  readonly lines: readonly number[];
}

/** A way to spoil a line; `undefined` where it does not apply. */
type Spoil = (line: string, before: string) => string | undefined;

const member = /^ {6}- \S+@/;
const grant = /^ {6}- \{ group: /;

const replaced =
  (search: string | RegExp, replacement: string): Spoil =>
  (line) =>
    line.replace(search, replacement);

/** One of each kind: what stands in the line is wrong, unknown, or there already. */
const kinds: readonly Spoil[] = [
  replaced("@", ".at."),
  (line, before) => (member.test(line) && member.test(before) ? before : undefined),
  replaced("group: team", "group: taem"),
  replaced(" }", ", when: always }"),
  replaced(/clusterRole: [\w-]+/, "clusterRole: a/b"),
  replaced("[namespace-", "[Namespace-"),
  (line, before) => (grant.test(line) && grant.test(before) ? before : undefined),
];

/**
 * Spoils lines of an access file, evenly spread over its members and grants, each in one way.
 *
 * @param text as `accessFile` makes it, with three times as many members and grants or more: a line that is repeated
 *   must not be spoiled itself
 */
export function withMistakes(text: string, count: number): Mistaken {
  const original = text.split("\n");
  const candidates = [...original.keys()].filter((index) => {
    const line = original[index] ?? "";
    return member.test(line) || grant.test(line);
  });
  const chosen = Array.from({ length: count }, (_, nth) => {
    // The last of its share: the line before it is then not spoiled, and may be repeated.
    return candidates[Math.floor(((nth + 1) * candidates.length) / count) - 1] ?? 0;
  });
  const lines = [...original];
  for (const [nth, index] of chosen.entries()) lines[index] = spoilt(original, index, nth);
  return { text: lines.join("\n"), lines: chosen.map((index) => index + 1) };
}

function spoilt(lines: readonly string[], index: number, nth: number): string {
  const line = lines[index] ?? "";
  for (const shift of kinds.keys()) {
    const result = kinds[(nth + shift) % kinds.length]?.(line, lines[index - 1] ?? "");
    if (result !== undefined && result !== line) return result;
  }
  throw new Error(`No mistake can be made in line ${String(index + 1)}: ${line}`);
}
