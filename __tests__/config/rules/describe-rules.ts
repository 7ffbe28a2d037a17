import { mistakesIn } from "../../access-text";

/** A rule of the access file: a file that breaks it, what is said of that, and a file that just does not. */
export type RuleCase = readonly [rule: string, refused: string, sentences: readonly string[], allowed: string];

/** As many letters as wanted, for limits. */
export const a = (length: number) => "a".repeat(length);

export function describeRules(rules: readonly RuleCase[]): void {
  describe.each(rules)("%s", (_, refused, sentences, allowed) => {
    test("is refused with its place and sentence", () => {
      expect(mistakesIn(refused)).toEqual(sentences);
    });

    test("and its neighbour is not", () => {
      expect(mistakesIn(allowed)).toEqual([]);
    });
  });
}
