import { missingRules, type AggregatedRole } from "../../../../sandbox/clusters/kubernetes/aggregated-roles";

const rule = (resource: string) => ({ verbs: ["get"], apiGroups: [""], resources: [resource] });
const aggregated = (name: string, label: string, rules: unknown[] | null): AggregatedRole => ({
  metadata: { name },
  aggregationRule: { clusterRoleSelectors: [{ matchLabels: { [label]: "true" } }] },
  rules,
});
const part = (name: string, label: string, resource: string): AggregatedRole => ({
  metadata: { name, labels: { [label]: "true" } },
  rules: [rule(resource)],
});

test("an aggregated role gets the rules of all roles with its label, and of no other", () => {
  const roles = [aggregated("view", "to-view", null), part("a", "to-view", "pods"), part("b", "to-edit", "secrets")];
  expect(missingRules([...roles, part("c", "to-view", "services")])).toEqual(
    new Map([["view", [rule("pods"), rule("services")]]]),
  );
});

test("a role that has its rules already is left alone", () => {
  expect(missingRules([aggregated("view", "to-view", [rule("pods")]), part("a", "to-view", "pods")]).size).toBe(0);
});

test("a selector with two labels takes only roles that have both, and one without labels takes every role", () => {
  const selecting = (matchLabels: Record<string, string>): AggregatedRole => ({
    metadata: { name: "mine" },
    aggregationRule: { clusterRoleSelectors: [{ matchLabels }] },
  });
  const other = part("a", "one", "pods");
  expect(missingRules([selecting({ one: "true", two: "true" }), other]).size).toBe(0);
  expect(missingRules([selecting({}), other]).get("mine")).toEqual([rule("pods")]);
});
