import { builtInRules } from "../../../model/rbac/built-in-roles";
import { isResourceOf } from "../../../model/rbac/built-in-resources";
import { allows } from "../../../model/rbac/verdict";
import { examplesOf } from "../../../sandbox/rbac/example";
import type { Wish } from "../../../sandbox/rbac/wish";

const rulesOf = (role: string) => builtInRules(role) ?? [];
const allowedBy = (role: string, wish: Wish) => rulesOf(role).some((rule) => allows(rule, wish));
const known = (wish: Wish) => "url" in wish || isResourceOf(wish.apiGroup ?? "", wish.resource);

test.each(["view", "edit", "admin", "cluster-admin"])(
  "the examples of %s tell what it allows and what it does not",
  (role) => {
    const examples = examplesOf(role, rulesOf(role));
    expect(examples.length).toBeGreaterThan(1);
    expect(examples.filter(({ may }) => !allowedBy(role, may) || !known(may))).toEqual([]);
    expect(examples.flatMap(({ near }) => near).filter((wish) => allowedBy(role, wish) || !known(wish))).toEqual([]);
  },
);

test("each of these four is told from the next weaker one", () => {
  const stronger = [
    ["edit", "view"],
    ["admin", "edit"],
    ["cluster-admin", "admin"],
  ] as const;
  for (const [role, weaker] of stronger) {
    const found = examplesOf(role, rulesOf(role)).filter(({ may }) => !allowedBy(weaker, may));
    expect({ role, count: found.length > 0 }).toEqual({ role, count: true });
  }
});

test("the examples of another role are all that its rules allow, and none that is nothing", () => {
  const rules = [
    { apiGroups: ["", "apps"], resources: ["*/status", "nodes"], verbs: ["get"] },
    { apiGroups: ["example.com"], resources: ["*"], verbs: ["*"] },
    { apiGroups: ["*"], resources: ["*"], verbs: ["list"] },
    { apiGroups: [""], resources: ["users"], verbs: ["impersonate", "get"] },
    { nonResourceURLs: ["/debug/*", "*"], verbs: ["get"] },
  ];
  const examples = examplesOf("odd", rules).map(({ may }) => may);
  expect(examples).toEqual([
    { verb: "get", resource: "persistentvolumeclaims/status" },
    { verb: "get", resource: "nodes" },
    { verb: "get", resource: "daemonsets/status", apiGroup: "apps" },
    { verb: "delete", resource: "examples", apiGroup: "example.com" },
    { verb: "list", resource: "pods" },
    { verb: "impersonate", resource: "users" },
    { verb: "get", url: "/debug/example" },
    { verb: "get", url: "/example" },
    { verb: "get", resource: "users" },
  ]);
  expect(examples.filter((may) => !rules.some((rule) => allows(rule, may)))).toEqual([]);
});

test("the nearest is another object, then another verb, then a subresource, then another resource of the group", () => {
  const [{ near } = { near: [] }] = examplesOf("odd", [
    { apiGroups: [""], resources: ["pods"], resourceNames: ["web"], verbs: ["get"] },
  ]);
  expect(near.slice(0, 2)).toEqual([
    { verb: "get", resource: "pods", name: "another" },
    { verb: "list", resource: "pods", name: "web" },
  ]);
  expect(near[8]).toEqual({ verb: "get", resource: "pods/attach", name: "web" });
  expect(near.at(-1)).toMatchObject({ verb: "get", name: "web" });
});
