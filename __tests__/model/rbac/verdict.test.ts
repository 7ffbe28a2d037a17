import { readFileSync } from "node:fs";
import { join } from "node:path";
import { allows, verdict, type Action, type UrlAction, type Verdict } from "../../../model/rbac/verdict";
import { accessOf, logReader, withGrants } from "../../access-text";

const sample = accessOf(readFileSync(join(__dirname, "..", "..", "..", "access.yaml"), "utf8"));

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

const groups = "{ devs: { members: [ada@contoso.com] } }";
const adaMay = (grants: string, roles: string, action: Action | UrlAction) =>
  verdict(accessOf(withGrants(grants, groups, roles)), "ada@contoso.com", "prod", action);

test("a role that only the cluster knows is not guessed", () => {
  const roles = "{ theirs: { existing: true } }";
  expect(adaMay("[{ group: devs, clusterRole: theirs }]", roles, listPods)).toBe("unknown");
  const inTeamA = "[{ group: devs, role: theirs, namespaces: [team-a] }]";
  expect(adaMay(inTeamA, roles, listPods)).toBe("unknown");
  expect(adaMay(inTeamA, roles, { ...listPods, namespace: "team-b" })).toBe("no");
});

test("a role of the file allows what its rules say, where it is granted", () => {
  const inTeamA = "[{ group: devs, role: logs, namespaces: [team-a] }]";
  const roles = `{ logs: ${logReader} }`;
  expect(adaMay(inTeamA, roles, { ...listPods, resource: "pods/log" })).toBe("yes");
  expect(adaMay(inTeamA, roles, { ...listPods, verb: "watch" })).toBe("no");
  expect(adaMay(inTeamA, roles, { ...listPods, namespace: "team-b" })).toBe("no");
  expect(adaMay("[{ group: devs, clusterRole: logs }]", roles, { ...listPods, namespace: "team-b" })).toBe("yes");
});

test("every ClusterRole that Kubernetes has built in is known", () => {
  const getMetrics: Action = { verb: "get", resource: "nodes/metrics" };
  expect(adaMay('[{ group: devs, clusterRole: "system:monitoring" }]', "{}", getMetrics)).toBe("yes");
  expect(adaMay('[{ group: devs, clusterRole: "system:basic-user" }]', "{}", getMetrics)).toBe("no");
});

test("a URL is allowed only by a grant on the whole cluster", () => {
  const roles = "{ scraper: { rules: [{ nonResourceURLs: [/metrics, /logs/*], verbs: [get] }] } }";
  const everywhere = "[{ group: devs, clusterRole: scraper }]";
  expect(adaMay(everywhere, roles, { verb: "get", url: "/metrics" })).toBe("yes");
  expect(adaMay(everywhere, roles, { verb: "get", url: "/logs/kube-apiserver.log" })).toBe("yes");
  expect(adaMay(everywhere, roles, { verb: "get", url: "/metrics/slis" })).toBe("no");
  expect(adaMay(everywhere, roles, { verb: "post", url: "/metrics" })).toBe("no");
  const inTeamA = "[{ group: devs, clusterRole: scraper, namespaces: [team-a] }]";
  expect(adaMay(inTeamA, roles, { verb: "get", url: "/metrics" })).toBe("no");
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
  [
    { verbs: ["get"], apiGroups: [""], resources: ["pods"], resourceNames: [] },
    { verb: "get", resource: "pods" },
    true,
  ],
  [{ verbs: ["get"], nonResourceURLs: ["*"] }, { verb: "get", resource: "pods" }, false],
  [{ verbs: ["get"], nonResourceURLs: ["*"] }, { verb: "get", url: "/x" }, true],
  [{ verbs: ["*"], apiGroups: ["*"], resources: ["*"] }, { verb: "get", url: "/x" }, false],
])("rule %j, action %j: %s", (rule, action, expected) => {
  expect(allows(rule, action)).toBe(expected);
});

test("nobody may do anything on a cluster that is to be absent", () => {
  const groups = "{ devs: { members: [ada@contoso.com] } }";
  const absent = accessOf(withGrants("[{ group: devs, clusterRole: view }]\n    state: absent", groups));
  expect(verdict(absent, "ada@contoso.com", "prod", listPods)).toBe("no");
});
