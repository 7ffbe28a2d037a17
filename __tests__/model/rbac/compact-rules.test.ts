import { compactRules } from "../../../model/rbac/compact-rules";

const row = (resource: string, verbs: string[], names: string[] = []) => ({
  resources: [resource],
  nonResourceURLs: [],
  resourceNames: names,
  verbs,
});

test("each resource is a row with all its verbs, and a name has a row of its own", () => {
  const rules = [
    { apiGroups: ["", "apps"], resources: ["pods", "deployments/scale"], verbs: ["get"] },
    { apiGroups: [""], resources: ["pods"], verbs: ["list", "get"] },
    { apiGroups: [""], resources: ["pods"], verbs: ["delete"], resourceNames: ["web", "db"] },
  ];
  expect(compactRules(rules)).toEqual([
    row("deployments.apps/scale", ["get"]),
    row("deployments/scale", ["get"]),
    row("pods", ["delete"], ["db"]),
    row("pods", ["delete"], ["web"]),
    row("pods", ["get", "list"]),
    row("pods.apps", ["get"]),
  ]);
});

test("a URL is a row of its own", () => {
  expect(compactRules([{ nonResourceURLs: ["/b", "/a"], verbs: ["get"] }])).toEqual(
    ["/a", "/b"].map((url) => ({ resources: [], nonResourceURLs: [url], resourceNames: [], verbs: ["get"] })),
  );
});
