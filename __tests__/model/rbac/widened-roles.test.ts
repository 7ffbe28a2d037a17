import { answerFor } from "../../../model/rbac/answer";
import { builtInRules } from "../../../model/rbac/built-in-roles";
import { mayBeAdded } from "../../../model/rbac/widened-roles";
import { whoMay } from "../../../model/rbac/who-may";
import type { Action, UrlAction } from "../../../model/rbac/verdict";
import { accessOf, withTenant } from "../../access-text";

const cluster = (key: string, kind: string) => `
  ${key}:
    ${kind}
    grants:
      - { group: viewers, clusterRole: view, namespaces: [team-a] }
      - { group: editors, clusterRole: edit, namespaces: [team-a] }
      - { group: admins, clusterRole: admin, namespaces: [team-a] }
      - { group: readers, clusterRole: view }
      - { group: routers, clusterRole: routes, namespaces: [team-a] }
      - { group: routers, clusterRole: view, namespaces: [team-a] }
      - { group: kings, clusterRole: cluster-admin }`;
const openshift = (signIn: string) =>
  `openshift: { kubeconfig: config, context: ${signIn}, domain: apps.${signIn}.contoso.com, signIn: ${signIn} }`;
const access = accessOf(
  withTenant(`
groups:
  viewers: { members: [val@contoso.com] }
  editors: { members: [eva@contoso.com] }
  admins: { members: [ada@contoso.com] }
  readers: { members: [rea@contoso.com] }
  routers: { members: [rob@contoso.com] }
  kings: { members: [kim@contoso.com] }
  idle: { members: [ida@contoso.com] }
roles:
  routes: { rules: [{ apiGroups: [route.openshift.io], resources: [routes], verbs: [get] }] }
clusters:${cluster("prod", "eks: { name: prod-eks, region: eu-central-1 }")}${cluster("shop", openshift("external"))}${cluster("shop2", openshift("oauth"))}
`),
);
const everybody = ["val", "eva", "ada", "rea", "rob", "kim", "ida"];
const verdicts = (key: string, action: Action | UrlAction) =>
  Object.fromEntries(
    everybody.map((name) => [name, answerFor({ access, cluster: key, action }, `${name}@contoso.com`).verdict]),
  );
const route = { verb: "get", resource: "routes", apiGroup: "route.openshift.io", namespace: "team-a" };

test.each(["shop", "shop2"])(
  "view, edit and admin may allow on OpenShift (%s) what Kubernetes does not have",
  (key) => {
    expect(verdicts(key, route)).toEqual({
      ...{ val: "unknown", eva: "unknown", ada: "unknown", rea: "unknown" },
      ...{ rob: "yes", kim: "yes", ida: "no" },
    });
  },
);

test("on another cluster, and where the grant does not hold, the answer stays no", () => {
  expect(verdicts("prod", route)).toMatchObject({ val: "no", eva: "no", ada: "no", rea: "no", rob: "yes" });
  expect(verdicts("shop", { ...route, namespace: "team-b" })).toMatchObject({ val: "no", eva: "no", rea: "unknown" });
});

test.each<[Action, boolean]>([
  [{ verb: "get", resource: "imagestreams/layers", apiGroup: "image.openshift.io" }, true],
  [{ verb: "list", resource: "routes" }, true],
  [{ verb: "get", resource: "*", apiGroup: "route.openshift.io" }, true],
  [{ verb: "get", resource: "pods", apiGroup: "metrics.k8s.io" }, true],
  [{ verb: "get", resource: "customresourcedefinitions", apiGroup: "apiextensions.k8s.io", name: "a.b.com" }, true],
  [{ verb: "list", resource: "customresourcedefinitions", apiGroup: "apiextensions.k8s.io" }, false],
  [{ verb: "get", resource: "secrets" }, false],
  [{ verb: "delete", resource: "deployments", apiGroup: "extensions" }, false],
  [{ verb: "create", resource: "pods/exec" }, false],
  [{ verb: "get", resource: "roles", apiGroup: "rbac.authorization.k8s.io" }, false],
  [{ verb: "impersonate", resource: "users" }, false],
  [{ verb: "get", resource: "nodes/metrics" }, false],
  [{ verb: "get", resource: "*" }, false],
  [{ verb: "*", resource: "*", apiGroup: "*" }, false],
])("%j may be added by OpenShift: %s", (action, expected) => {
  expect(mayBeAdded(action)).toBe(expected);
});

test("to a path of the API server OpenShift adds nothing", () => {
  expect(verdicts("shop", { verb: "get", url: "/metrics" })).toEqual(
    verdicts("prod", { verb: "get", url: "/metrics" }),
  );
});

test("within Kubernetes' own resources the answers on OpenShift are those on any other cluster", () => {
  const rules = ["view", "edit", "admin", "cluster-admin"].flatMap((role) => builtInRules(role) ?? []);
  const actions = rules.flatMap((rule) =>
    (rule.resources ?? []).flatMap((resource) =>
      ["get", "update", "escalate"].map((verb) => {
        const [apiGroup = ""] = rule.apiGroups ?? [];
        return { verb, resource, apiGroup, namespace: "team-a" };
      }),
    ),
  );
  const asked = actions.filter((action) => !mayBeAdded(action));
  expect(asked.length).toBeGreaterThan(100);
  for (const action of asked) expect(verdicts("shop", action)).toEqual(verdicts("prod", action));
});

test("who-can says of the same people that it is unknown", () => {
  const { people } = whoMay({ access, cluster: "shop", action: route });
  expect(people.map(({ person, answer }) => `${person.split("@")[0] ?? ""} ${answer.verdict}`)).toEqual([
    ...["ada unknown", "eva unknown", "kim yes", "rea unknown", "rob yes", "val unknown"],
  ]);
});
