import { withGrants } from "../../../access-text";
import { findingsIn, found } from "../found";

const prod = "clusters.prod.grants";
const granted = (grants: string, roles?: string) => withGrants(grants, undefined, roles);
const own = (rule: string, allow: string) => `{ own: { allow: [${allow}], rules: [${rule}] } }`;
const kinds = (text: string) =>
  findingsIn(text)
    .filter(({ path }) => path.startsWith("clusters."))
    .map(({ severity, rule }) => `${severity} ${rule}`);

test("cluster-admin is high on the whole cluster and in kube-system, and medium in other namespaces", () => {
  expect(found(granted("[{ group: devs, clusterRole: cluster-admin }]"), "cluster-admin")).toEqual([
    `high ${prod}[0].clusterRole is "cluster-admin", so groups.devs may do everything on the whole cluster`,
  ]);
  expect(found(granted("[{ group: devs, clusterRole: cluster-admin, namespaces: [a, b] }]"), "cluster-admin")).toEqual([
    `medium ${prod}[0].clusterRole is "cluster-admin", so groups.devs may do everything in a and b`,
  ]);
  expect(
    found(granted("[{ group: devs, clusterRole: cluster-admin, namespaces: [kube-system] }]"), "cluster-admin"),
  ).toEqual([expect.stringMatching(/^high /)]);
  expect(found(granted("[{ group: devs, clusterRole: edit }]"), "cluster-admin")).toEqual([]);
});

test("cluster-admin says it all: no danger of it is told beside it", () => {
  expect(kinds(granted("[{ group: devs, clusterRole: cluster-admin }]"))).toEqual(["high cluster-admin"]);
  expect(kinds(granted("[{ group: devs, clusterRole: cluster-admin, namespaces: [a] }]"))).toEqual([
    "medium cluster-admin",
  ]);
});

test("what the portal's chart gives is told where the file names the group", () => {
  const portal =
    'portal: { cluster: prod, url: "https://portal.contoso.com", namespace: krci, version: "3.15", groups: { admin: devs } }\n';
  expect(found(`${granted("[{ group: devs, clusterRole: view }]")}${portal}`, "cluster-admin")).toEqual([
    "medium portal.groups.admin names groups.devs, which gets cluster-admin by the portal's chart in its namespace",
  ]);
});

test("a role is told once for each group and cluster, at its widest grant, with every namespace", () => {
  const grants =
    "[{ group: devs, clusterRole: edit, namespaces: [a, b] }, { group: devs, clusterRole: edit, namespaces: [c, d] }]";
  expect(found(granted(grants), "edit-in-namespaces")).toEqual([
    `medium ${prod}[0].clusterRole is "edit", so groups.devs can read every secret and use every service account in a, b, c and 1 more`,
  ]);
  expect(
    found(
      granted(
        "[{ group: devs, clusterRole: cluster-admin, namespaces: [a] }, { group: devs, clusterRole: cluster-admin, namespaces: [kube-system] }]",
      ),
      "cluster-admin",
    ),
  ).toEqual([`high ${prod}[1].clusterRole is "cluster-admin", so groups.devs may do everything in a and kube-system`]);
});

test("a role that allows everything is told as a wildcard, and nothing beside it", () => {
  const everything = own('{ apiGroups: ["*"], resources: ["*"], verbs: ["*"] }', "wildcards");
  expect(found(granted("[{ group: devs, clusterRole: own }]", everything), "wildcards")).toEqual([
    `high ${prod}[0].clusterRole is "own" for groups.devs on the whole cluster, a role that allows everything`,
  ]);
  expect(kinds(granted("[{ group: devs, clusterRole: own }]", everything))).toEqual(["high wildcards"]);
  expect(kinds(granted("[{ group: devs, role: own, namespaces: [a] }]", everything))).toEqual(["medium wildcards"]);
});

test("a wildcard in a part of a role is medium, with its place", () => {
  const part = own('{ apiGroups: [apps], resources: [deployments/status], verbs: ["*"] }', "wildcards");
  expect(found(granted("[{ group: devs, clusterRole: own }]", part), "wildcards")).toEqual([
    `medium ${prod}[0].clusterRole is "own" for groups.devs on the whole cluster, with a wildcard in roles.own.rules[0].verbs`,
  ]);
  const none = own("{ apiGroups: [apps], resources: [deployments/status], verbs: [get] }", "");
  expect(kinds(granted("[{ group: devs, clusterRole: own }]", none))).toEqual([]);
});

test.each([
  ["escalate", "{ apiGroups: [rbac.authorization.k8s.io], resources: [roles], verbs: [escalate] }"],
  ["bind", "{ apiGroups: [rbac.authorization.k8s.io], resources: [clusterroles], verbs: [bind] }"],
  ["impersonate", '{ apiGroups: [""], resources: [users], verbs: [impersonate] }'],
  ["impersonate", '{ apiGroups: [authentication.k8s.io], resources: [users], verbs: ["impersonate:user-info"] }'],
])("%s on the whole cluster is an escalation", (danger, rule) => {
  expect(kinds(granted("[{ group: devs, clusterRole: own }]", own(rule, danger)))).toEqual(["high escalation"]);
});

test.each([
  ["read-secrets", '{ apiGroups: [""], resources: [secrets], verbs: [list] }'],
  ["read-secrets", '{ apiGroups: [""], resources: [secrets], verbs: [watch] }'],
  ["service-account-tokens", '{ apiGroups: [""], resources: [serviceaccounts/token], verbs: [create] }'],
  ["exec", '{ apiGroups: [""], resources: [pods/exec], verbs: [get] }'],
  ["nodes-proxy", '{ apiGroups: [""], resources: [nodes/proxy], verbs: [get] }'],
  ["workloads", "{ apiGroups: [apps], resources: [deployments], verbs: [patch] }"],
  [
    "certificates",
    '{ apiGroups: [certificates.k8s.io], resources: [signers], resourceNames: ["kubernetes.io/kube-apiserver-client"], verbs: [approve] }',
  ],
  [
    "admission",
    "{ apiGroups: [admissionregistration.k8s.io], resources: [mutatingwebhookconfigurations], verbs: [create] }",
  ],
  ["api-services", "{ apiGroups: [apiregistration.k8s.io], resources: [apiservices], verbs: [update] }"],
  ["aws-auth", '{ apiGroups: [""], resources: [configmaps], resourceNames: [aws-auth], verbs: [patch] }'],
])("%s on the whole cluster makes secrets readable", (danger, rule) => {
  expect(kinds(granted("[{ group: devs, clusterRole: own }]", own(rule, danger)))).toEqual(["high secrets-readable"]);
});

test.each([
  ["persistent-volumes", '{ apiGroups: [""], resources: [persistentvolumes], verbs: [create] }'],
  ["label-namespaces", '{ apiGroups: [""], resources: [namespaces], verbs: [patch] }'],
])("%s on the whole cluster loosens protection", (danger, rule) => {
  expect(kinds(granted("[{ group: devs, clusterRole: own }]", own(rule, danger)))).toEqual([
    "medium loosened-protection",
  ]);
});

const many = own(
  '{ apiGroups: [""], resources: [secrets], verbs: [get] }, { apiGroups: [""], resources: [pods, pods/exec], verbs: [create, get] }',
  "read-secrets, exec, workloads",
);

test("many dangers of a role are one finding, with the versions of Kubernetes in which they hold", () => {
  const [one, ...more] = findingsIn(granted("[{ group: devs, clusterRole: own }]", many)).filter(
    ({ path }) => path !== "login.username.claim" && path.startsWith("clusters."),
  );
  expect(more).toEqual([]);
  expect(one?.rule).toBe("secrets-readable");
  expect(one?.sentence).toBe(
    'is "own" for groups.devs: people read or replace every secret of the cluster, including tokens with more rights; run commands in every pod, with the rights of its service account; run pods in every namespace, as every service account, including kube-system. The dangers are read-secrets, exec (Kubernetes versions: all; get alone until 1.34), workloads.',
  );
});

test("in namespaces the dangers of a role are one finding of another kind, and in kube-system as on the whole cluster", () => {
  expect(found(granted("[{ group: devs, role: own, namespaces: [a] }]", many), "namespace-dangers")).toEqual([
    `medium ${prod}[0].role is "own" for groups.devs in a: people read or replace every secret there, including tokens of service accounts; run commands in every pod there, with the rights of its service account; run pods there as every service account of the namespace`,
  ]);
  expect(kinds(granted("[{ group: devs, role: own, namespaces: [a] }]", many))).toEqual(["medium namespace-dangers"]);
  expect(kinds(granted("[{ group: devs, role: own, namespaces: [a, kube-system] }]", many))).toEqual([
    "high secrets-readable",
  ]);
});

test("edit and admin on the whole cluster, in kube-system and in namespaces are three kinds; view is none", () => {
  for (const role of ["edit", "admin"]) {
    expect(kinds(granted(`[{ group: devs, clusterRole: ${role} }]`))).toEqual(["high every-secret"]);
    expect(kinds(granted(`[{ group: devs, clusterRole: ${role}, namespaces: [kube-system] }]`))).toEqual([
      "high system-namespaces",
    ]);
    expect(kinds(granted(`[{ group: devs, clusterRole: ${role}, namespaces: [a] }]`))).toEqual([
      "medium edit-in-namespaces",
    ]);
  }
  expect(kinds(granted("[{ group: devs, clusterRole: view }]"))).toEqual([]);
});
