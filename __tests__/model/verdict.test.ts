import { readFileSync } from "node:fs";
import { join } from "node:path";
import { allows, verdict, type Action, type Verdict } from "../../model/verdict";
import { accessOf, withGrants } from "../access-text";

const sample = accessOf(readFileSync(join(__dirname, "..", "..", "access.yaml"), "utf8"));

const listPods: Action = { verb: "list", resource: "pods", namespace: "team-a" };
const createDeployments: Action = { verb: "create", resource: "deployments", apiGroup: "apps", namespace: "team-a" };
const readSecrets: Action = { verb: "get", resource: "secrets", namespace: "team-a" };
const deleteNodes: Action = { verb: "delete", resource: "nodes" };

test.each<[string, string, Action, Verdict]>([
  ["ada@contoso.com", "prod", deleteNodes, "yes"],
  ["ada@contoso.com", "stage", readSecrets, "yes"],
  ["bob@contoso.com", "prod", listPods, "yes"],
  ["bob@contoso.com", "prod", createDeployments, "no"],
  ["bob@contoso.com", "prod", { ...listPods, namespace: "default" }, "no"],
  ["bob@contoso.com", "stage", createDeployments, "yes"],
  ["Carol@Contoso.com", "prod", { ...listPods, namespace: "default" }, "yes"],
  ["grace@contoso.com", "prod", readSecrets, "no"],
  ["grace@contoso.com", "stage", listPods, "no"],
  ["oscar@contoso.com", "prod", listPods, "no"],
  ["ada@contoso.com", "nowhere", listPods, "no"],
])("the sample lets %s on %s: %j %s", (person, cluster, action, expected) => {
  expect(verdict(sample, person, cluster, action)).toBe(expected);
});

test("a role that only the cluster knows is not guessed", () => {
  const groups = "{ devs: { members: [ada@contoso.com] } }";
  const own = accessOf(withGrants("[{ group: devs, clusterRole: own }]", groups));
  expect(verdict(own, "ada@contoso.com", "prod", listPods)).toBe("unknown");
  const role = accessOf(withGrants("[{ group: devs, role: view, namespaces: [team-a] }]", groups));
  expect(verdict(role, "ada@contoso.com", "prod", listPods)).toBe("unknown");
  expect(verdict(role, "ada@contoso.com", "prod", { ...listPods, namespace: "team-b" })).toBe("no");
});

test.each([
  [{ verbs: ["*"], apiGroups: ["*"], resources: ["*"] }, { verb: "x", resource: "pods/log" }, true],
  [{ verbs: ["get"], apiGroups: [""], resources: ["pods"] }, { verb: "get", resource: "pods/log" }, false],
  [{ verbs: ["get"], apiGroups: [""], resources: ["*/log"] }, { verb: "get", resource: "pods/log" }, true],
  [{ verbs: ["get"], apiGroups: ["apps"], resources: ["pods"] }, { verb: "get", resource: "pods" }, false],
  [
    { verbs: ["get"], apiGroups: [""], resources: ["pods"], resourceNames: ["a"] },
    { verb: "get", resource: "pods" },
    false,
  ],
  [
    { verbs: ["get"], apiGroups: [""], resources: ["pods"], resourceNames: ["a"] },
    { verb: "get", resource: "pods", name: "a" },
    true,
  ],
  [{ verbs: ["get"], nonResourceURLs: ["*"] }, { verb: "get", resource: "pods" }, false],
])("rule %j, action %j: %s", (rule, action, expected) => {
  expect(allows(rule, action)).toBe(expected);
});

test("nobody may do anything on a cluster that is to be absent", () => {
  const groups = "{ devs: { members: [ada@contoso.com] } }";
  const absent = accessOf(withGrants("[{ group: devs, clusterRole: view }]\n    state: absent", groups));
  expect(verdict(absent, "ada@contoso.com", "prod", listPods)).toBe("no");
});
