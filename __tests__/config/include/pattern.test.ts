import { matches, matchesNamespace } from "../../../config/include/pattern";

test.each([
  ["shop", "shop", true],
  ["shop", "shop-*", false],
  ["shop-", "shop-*", true],
  ["shop-a", "shop-*", true],
  ["my-shop-a", "shop-*", false],
  ["a-shop", "*-shop", true],
  ["a-shop-b", "*-shop", false],
  ["aba", "ab*ba", false],
  ["abba", "ab*ba", true],
  ["", "*", true],
  ["a.b", "a*b", true],
  ["axb", "a.b", false],
])("%p is matched by %p: %p", (text, pattern, isMatched) => {
  expect(matches(text, [pattern])).toBe(isMatched);
});

test("no pattern is enough for a namespace of Kubernetes, not even one that names half of it", () => {
  expect(["*", "kube-*", "*system"].filter((pattern) => matchesNamespace("kube-system", [pattern]))).toEqual([]);
  expect(matchesNamespace("kube-system", ["kube-system"])).toBe(true);
});
