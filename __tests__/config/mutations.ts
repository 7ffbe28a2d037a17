import { isMap, isPair, isScalar, isSeq, parseDocument, visit, type Node, type Scalar } from "yaml";

/** A text with one thing wrong in it. */
export interface Mutation {
  /** What was done, for a test's message. */
  readonly what: string;
  /** The line in which a mistake has to be told, counted from 1; `undefined` where it may show elsewhere. */
  readonly told: number | undefined;
  readonly text: string;
}

/** Maps whose keys an operator chooses; a cluster's key is a name that nothing else in the file says again. */
const freeKeys = /^(clusters|clusters\.[^.]+\.requiredClaims)$/;

/** Values that name something else in the file. */
const references = /\.grants\.\d+\.(group|clusterRole|role)$/;

/** Every mutation of an access file: keys mistyped, values of a wrong type, braces lost, names that are not there. */
export function mutationsOf(text: string): Mutation[] {
  const mutations: Mutation[] = [];
  const replace = (what: string, [from, to]: readonly [number, number], by: string, elsewhere = false) => {
    const line = text.slice(0, from).split("\n").length;
    const rest = text.slice(from + text.slice(from, to).trimEnd().length);
    const told = elsewhere ? undefined : line;
    mutations.push({ what: `line ${String(line)}: ${what}`, told, text: text.slice(0, from) + by + rest });
  };
  visit(parseDocument(text), {
    Pair(_, { key, value }, ancestors) {
      const path = pathOf(ancestors);
      if (!isScalar(key)) return;
      const here = path === "" ? String(key.value) : `${path}.${String(key.value)}`;
      // What refers to a group is wrong then, not the group.
      const typos = freeKeys.test(path) ? [] : typosOf(String(key.value));
      for (const typo of typos) replace(`key ${typo}`, rangeOf(key), typo, path === "groups");
      for (const other of otherTypes(value)) replace(`${here}: ${other}`, rangeOf(value as Node), other);
      if (!isScalar(value) || !references.test(here)) return;
      for (const typo of typosOf(String(value.value))) replace(`${here}: ${typo}`, rangeOf(value), typo);
    },
  });
  for (const { index, 0: brace } of text.matchAll(/[[\]{}]/g)) replace(`${brace} lost`, [index, index + 1], "", true);
  return mutations;
}

const rangeOf = ({ range }: Pick<Node, "range">): [number, number] => [range?.[0] ?? 0, range?.[1] ?? 0];

/** A letter left out, two changed places, two too many, one at the end. */
function typosOf(word: string): string[] {
  const middle = Math.floor(word.length / 2);
  const [before, letter = "", after] = [word.slice(0, middle), word[middle], word.slice(middle + 1)];
  const swapped = `${before.slice(0, -1)}${letter}${before.slice(-1)}${after}`;
  return [before + after, swapped, `${before}q${letter}q${after}`, `${word}x`].filter(
    (typo) => typo !== "" && typo !== word,
  );
}

/** What cannot stand where this value stands. */
function otherTypes(value: unknown): string[] {
  if (isMap(value)) return ["5", "[x]"];
  if (isSeq(value)) return ["5", "{ x: y }"];
  return isScalar(value) ? ["[[x]]", "{ x: { y: z } }", ...(isText(value) ? ["5"] : [])] : [];
}

const isText = ({ value }: Scalar) => typeof value === "string";

function pathOf(ancestors: readonly unknown[]): string {
  return ancestors
    .flatMap((node, depth) => {
      if (isPair(node) && isScalar(node.key)) return [String(node.key.value)];
      return isSeq(node) ? [String(node.items.indexOf(ancestors[depth + 1]))] : [];
    })
    .join(".");
}
