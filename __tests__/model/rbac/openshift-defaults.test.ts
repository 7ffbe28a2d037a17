import { openshiftWays, type OpenShiftWay } from "../../../config/schema/clusters/openshift";
import { answerFor } from "../../../model/rbac/answer";
import { isResourceOf, resourcesOf } from "../../../model/rbac/built-in-resources";
import { openshiftBindings } from "../../../model/rbac/openshift-bindings";
import type { Action, UrlAction } from "../../../model/rbac/verdict";
import { whoMay } from "../../../model/rbac/who-may";
import { accessOf, withTenant } from "../../access-text";

const openshift = (way: OpenShiftWay) => `
  ${way}:
    openshift:
      { kubeconfig: config, context: ${way}, domain: apps.${way}.contoso.com, signIn: ${way}${way === "rosa-classic" ? ", clusterId: 2a3b4c5d6e7f8g9h0i1j2k3l4m5n6o7p" : ""} }
    grants: [{ group: kings, clusterRole: cluster-admin }]`;
const access = accessOf(
  withTenant(`
groups:
  kings: { members: [kim@contoso.com] }
  idle: { members: [ida@contoso.com] }
users: { lea@contoso.com: { left: true } }
clusters:
  prod:
    eks: { name: prod-eks, region: eu-central-1 }
    grants: [{ group: kings, clusterRole: cluster-admin }]${openshiftWays.map(openshift).join("")}
`),
);
const verdictOf = (cluster: string, action: Action | UrlAction, person = "ida@contoso.com") =>
  answerFor({ access, cluster, action }, person).verdict;
const project = { verb: "create", resource: "projectrequests", apiGroup: "project.openshift.io" };

test("projects may be made by everybody whom an OAuth server signs in, and by nobody else", () => {
  const verdicts = Object.keys(access.clusters).map((key) => `${key} ${verdictOf(key, project)}`);
  expect(verdicts).toEqual(["prod no", "external no", "rosa-hcp no", "oauth unknown", "rosa-classic unknown"]);
  expect(verdictOf("oauth", project, "kim@contoso.com")).toBe("yes");
  expect(verdictOf("oauth", project, "lea@contoso.com")).toBe("no");
});

test.each<[Action | UrlAction]>([
  [{ verb: "list", resource: "projects", apiGroup: "project.openshift.io" }],
  [{ verb: "get", resource: "users", apiGroup: "user.openshift.io", name: "~" }],
  [{ verb: "list", resource: "clusterroles", apiGroup: "rbac.authorization.k8s.io" }],
  [{ verb: "get", resource: "storageclasses", apiGroup: "storage.k8s.io" }],
  [
    {
      verb: "impersonate",
      resource: "userextras/scopes.authorization.openshift.io",
      apiGroup: "authentication.k8s.io",
    },
  ],
  [{ verb: "create", resource: "builds/docker", apiGroup: "build.openshift.io", namespace: "team-a" }],
  [{ verb: "use", resource: "securitycontextconstraints", apiGroup: "security.openshift.io", name: "restricted-v2" }],
  [{ verb: "get", resource: "configmaps", namespace: "openshift", name: "motd" }],
  [{ verb: "get", resource: "configmaps", namespace: "openshift-config-managed", name: "console-public" }],
  [{ verb: "get", url: "/" }],
])("everybody may %j on every OpenShift, unless the cluster took it away", (action) => {
  expect(verdictOf("prod", action)).toBe("no");
  for (const way of openshiftWays) expect(verdictOf(way, action)).toBe("unknown");
});

test.each<[Action | UrlAction]>([
  [{ verb: "get", resource: "users", apiGroup: "user.openshift.io", name: "kim" }],
  [{ verb: "create", resource: "builds/custom", apiGroup: "build.openshift.io", namespace: "team-a" }],
  [{ verb: "use", resource: "securitycontextconstraints", apiGroup: "security.openshift.io", name: "anyuid" }],
  [{ verb: "list", resource: "configmaps", namespace: "openshift" }],
  [{ verb: "get", resource: "configmaps", namespace: "team-a" }],
  [{ verb: "get", resource: "configmaps" }],
  [{ verb: "create", resource: "storageclasses", apiGroup: "storage.k8s.io" }],
  [{ verb: "get", url: "/metrics" }],
])("%j is nobody's by default", (action) => {
  for (const way of openshiftWays) expect(verdictOf(way, action)).toBe("no");
});

test("who-can says of the same people that it is unknown", () => {
  const { people, shutOut, byDefault } = whoMay({ access, cluster: "oauth", action: project });
  expect(byDefault?.role.name).toBe("self-provisioner");
  expect(people.map(({ person, answer }) => `${person} ${answer.verdict}`)).toEqual([
    "ida@contoso.com unknown",
    "kim@contoso.com yes",
  ]);
  expect(shutOut).toEqual([]);
  expect(whoMay({ access, cluster: "external", action: project }).byDefault).toBeUndefined();
});

test("what OpenShift binds of Kubernetes' own groups is there", () => {
  const own = openshiftBindings.flatMap(({ rules }) =>
    rules.flatMap(({ apiGroups = [], resources = [] }) =>
      // What OpenShift has is named without its group too.
      apiGroups.length > 1 ? [] : apiGroups.flatMap((group) => resources.map((resource) => [group, resource] as const)),
    ),
  );
  const known = own.filter(([group]) => resourcesOf(group) !== undefined);
  expect(known.length).toBeGreaterThan(5);
  expect(known.filter(([group, resource]) => !isResourceOf(group, resource))).toEqual([]);
});
