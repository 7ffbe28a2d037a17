import { covers } from "../../../model/rbac/covered-rules";
import type { PolicyRule } from "../../../model/rbac/policy-rule";

const rule = (verbs: string, resources: string, more: Partial<PolicyRule> = {}): PolicyRule => ({
  verbs: verbs.split(","),
  apiGroups: [""],
  resources: resources.split(","),
  ...more,
});
const urls = (...nonResourceURLs: string[]): PolicyRule => ({ verbs: ["get"], nonResourceURLs });

test.each<[string, boolean, PolicyRule[], PolicyRule[]]>([
  ["the same", true, [rule("get", "pods")], [rule("get", "pods")]],
  ["more verbs", true, [rule("get,list", "pods")], [rule("list", "pods")]],
  ["fewer verbs", false, [rule("get", "pods")], [rule("get,list", "pods")]],
  ["two rules for one", true, [rule("get", "pods"), rule("list", "pods")], [rule("get,list", "pods")]],
  ["a wildcard for a word", true, [rule("*", "*")], [rule("get", "pods/log")]],
  ["words for a wildcard", false, [rule("get,list,watch,create,update,patch,delete", "pods")], [rule("*", "pods")]],
  ["a resource for its subresource", false, [rule("get", "pods")], [rule("get", "pods/log")]],
  ["a wildcard for a subresource of everything", true, [rule("get", "*/log")], [rule("get", "pods/log")]],
  ["everything for it", true, [rule("get", "*")], [rule("get", "*/log")]],
  ["it for everything", false, [rule("get", "*/log")], [rule("get", "*")]],
  ["another API group", false, [rule("get", "pods", { apiGroups: ["apps"] })], [rule("get", "pods")]],
  ["every object for one", true, [rule("get", "pods")], [rule("get", "pods", { resourceNames: ["a"] })]],
  ["one object for every", false, [rule("get", "pods", { resourceNames: ["a"] })], [rule("get", "pods")]],
  ["a URL that begins the same", true, [urls("/healthz*")], [urls("/healthz/etcd", "/healthz/*")]],
  ["a longer beginning", false, [urls("/healthz/*")], [urls("/healthz", "/healthz*")]],
])("%s: %s", (_what, expected, wide, narrow) => {
  expect(covers(wide, narrow, "cluster")).toBe(expected);
});

test("in namespaces URLs do not count", () => {
  expect(covers([], [urls("/metrics")], "namespaces")).toBe(true);
  expect(covers([], [urls("/metrics")], "cluster")).toBe(false);
});
