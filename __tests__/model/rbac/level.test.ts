import { levelOf } from "../../../model/rbac/level";
import { accessOf, withTenant } from "../../access-text";

const access = accessOf(
  withTenant(`
groups: { devs: { members: [ada@contoso.com] } }
roles:
  theirs: { existing: true }
  watcher: { rules: [{ apiGroups: [""], resources: [pods], verbs: [get, watch] }] }
  runner: { rules: [{ apiGroups: [""], resources: [pods/exec], verbs: [get] }], allow: [exec] }
  peeker: { rules: [{ apiGroups: [""], resources: [secrets], verbs: [get] }], allow: [read-secrets] }
  restarter: { rules: [{ apiGroups: [""], resources: [pods], verbs: [get, delete] }] }
clusters: { prod: { eks: { name: prod-eks, region: eu-central-1 } } }
`),
);

test.each([
  ["admin", "cluster-admin on the whole cluster", { clusterRole: "cluster-admin" }],
  [
    "admin",
    "cluster-admin in a namespace, where it is everything",
    { clusterRole: "cluster-admin", namespaces: ["a"] },
  ],
  ["admin", "edit on the whole cluster, which is as strong", { clusterRole: "edit" }],
  ["admin", "edit in kube-system, which is as strong", { clusterRole: "edit", namespaces: ["kube-system"] }],
  ["write", "edit in a namespace", { clusterRole: "edit", namespaces: ["a"] }],
  ["write", "an own role that deletes", { clusterRole: "restarter" }],
  ["read", "view", { clusterRole: "view" }],
  ["read", "an own role that only sees", { role: "watcher", namespaces: ["a"] }],
  [
    "write",
    "an own role that runs commands, which API servers before 1.35 let it ask for with get",
    { role: "runner", namespaces: ["a"] },
  ],
  ["read", "an own role that sees secrets", { role: "peeker", namespaces: ["a"] }],
  ["unknown", "a role that exists, on the whole cluster", { clusterRole: "theirs" }],
  ["unknown", "a role that exists, in a namespace", { clusterRole: "theirs", namespaces: ["a"] }],
])("the level is %s: %s", (level, _, grant) => {
  expect(levelOf(access, grant)).toBe(level);
});
