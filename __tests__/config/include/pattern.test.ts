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

test.each([
  ["Kubernetes", "kube-system", ["*", "kube-*", "*system"]],
  ["OpenShift", "openshift-config", ["*", "openshift-*", "*config"]],
  ["OpenShift", "openshift", ["*", "open*", "*shift"]],
])("no pattern is enough for a namespace of %s (%s), not even one that names half of it", (_whose, name, patterns) => {
  expect(patterns.filter((pattern) => matchesNamespace(name, [pattern]))).toEqual([]);
  expect(matchesNamespace(name, [name])).toBe(true);
});

test("a namespace that only sounds like one of OpenShift is matched as any other", () => {
  expect(matchesNamespace("openshifting", ["open*"])).toBe(true);
});
