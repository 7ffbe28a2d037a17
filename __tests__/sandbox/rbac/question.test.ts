import type { Access, Cluster } from "../../../config/schema/access";
import { verdict } from "../../../model/rbac/verdict";
import { questionsOf, type Question } from "../../../sandbox/rbac/question";
import { accessOf, logReader, withGrants, withTenant } from "../../access-text";

const access = accessOf(
  withGrants("[{ group: devs, clusterRole: view, namespaces: [team-a] }]", "{ devs: { members: [ada@contoso.com] } }"),
);
const restarter = (grants: string, roles = "") =>
  accessOf(
    withGrants(
      grants,
      "{ devs: { members: [ada@contoso.com] }, ops: { members: [bob@contoso.com] } }",
      `{ pod-restarter: { rules: [{ apiGroups: [""], resources: [pods], verbs: [get, list, delete] }] }${roles} }`,
    ),
  );

function inWords({ action, expected }: Question): string {
  if ("url" in action) return `${expected}: ${action.verb} ${action.url}`;
  const { verb, resource, name = "", namespace = "everywhere" } = action;
  return `${expected}: ${verb} ${resource} ${name === "" ? "" : `${name} `}${namespace}`;
}
const asked = (of: Access, person: string) =>
  questionsOf(of)
    .questions.filter((question) => question.person === person)
    .map(inWords);

test("everybody and an outsider are asked about each grant, in its namespace and elsewhere", () => {
  expect(asked(access, "ada@contoso.com")).toEqual([
    "yes: list pods team-a",
    "no: get secrets team-a",
    "no: list pods default",
    "no: list pods everywhere",
    "yes: get deployments team-a",
    "no: create deployments team-a",
  ]);
  expect(asked(access, "outsider@contoso.com")).toEqual(["no: list pods team-a", "no: list pods everywhere"]);
});

test("an own role is asked for all that it allows, the strongest first, each with the nearest that it does not", () => {
  const own = restarter("[{ group: devs, role: pod-restarter, namespaces: [team-a] }]");
  expect(asked(own, "ada@contoso.com")).toEqual([
    "yes: delete pods team-a",
    "no: patch pods team-a",
    "no: delete pods default",
    "no: list pods everywhere",
    "yes: list pods team-a",
    "no: watch pods team-a",
    "yes: get pods team-a",
  ]);
  expect(asked(own, "bob@contoso.com")).toEqual(["no: delete pods team-a", "no: list pods everywhere"]);
});

test("an object by its name, a URL and a subresource have neighbours of their own", () => {
  const roles = `, tls: { allow: [wildcards], rules: [{ apiGroups: [""], resources: [secrets], resourceNames: [tls], verbs: [get] }, { nonResourceURLs: [/debug/*], verbs: ["*"] }, { apiGroups: [""], resources: [pods/log], verbs: ["*"] }] }`;
  expect(asked(restarter("[{ group: devs, clusterRole: tls }]", roles), "ada@contoso.com")).toEqual([
    "yes: get secrets tls everywhere",
    "no: get secrets another everywhere",
    "no: list pods everywhere",
    "yes: delete /debug/example",
    "no: delete /metrics",
    "yes: delete pods/log everywhere",
    "no: delete pods everywhere",
  ]);
});

test("what every person who is signed in may do is not expected to be refused", () => {
  const roles = `, health: { rules: [{ nonResourceURLs: [/healthz], verbs: [get] }] }`;
  const own = restarter("[{ group: devs, clusterRole: health }]", roles);
  expect(verdict(own, "bob@contoso.com", "prod", { verb: "get", url: "/healthz" })).toBe("no");
  expect(asked(own, "bob@contoso.com")).toContain("yes: get /healthz");
});

test("a role that only the cluster knows is not asked about, and what hangs on it is unknown", () => {
  const roles = `, odd: { existing: true }`;
  const own = restarter("[{ group: devs, clusterRole: odd }, { group: ops, clusterRole: view }]", roles);
  expect(asked(own, "ada@contoso.com")).toEqual(["unknown: list pods everywhere"]);
});

test("whoever Entra does not let in is asked one thing on each cluster, and refused", () => {
  const required = { ...access, login: { ...access.login, assignment: "required" as const } };
  expect(asked(required, "outsider@contoso.com")).toEqual(["refused: list pods everywhere"]);
});

const twenty = withTenant(`
groups: { devs: { members: [ada@contoso.com] } }
clusters:
  prod:
    eks: { name: prod-eks, region: eu-central-1 }
    grants: [${Array.from({ length: 20 }, (_, n) => `{ group: devs, clusterRole: edit, namespaces: [team-${String(n)}] }`).join(", ")}]
`);

test("a person is asked no more than the bound on a cluster, of each grant first, and the rest is counted", () => {
  const { questions, atMost, leftOut } = questionsOf(accessOf(twenty));
  const ofAda = questions.filter(({ person }) => person === "ada@contoso.com");
  expect({ atMost, count: ofAda.length }).toEqual({ atMost: 40, count: 40 });
  expect(new Set(ofAda.map(({ action }) => ("url" in action ? "" : action.namespace))).size).toBe(21);
  // 20 namespaces with two allowed and one not, one elsewhere, nodes and the pods of the whole cluster.
  expect(leftOut).toEqual([{ person: "ada@contoso.com", cluster: "prod", count: 63 - 40 }]);
});

test("many people share a bound in all, and each is asked at least once", () => {
  expect(questionsOf(accessOf(twenty), { each: 40, inAll: 10 })).toMatchObject({ atMost: 5 });
  const { questions, atMost } = questionsOf(accessOf(twenty), { each: 40, inAll: 1 });
  expect({ atMost, count: questions.length }).toEqual({ atMost: 1, count: 2 });
});

/** The file with everything that tells grants apart, and clusters on which something else holds. */
const whole = restarter(
  `[{ group: devs, role: pod-restarter, namespaces: [team-a] }, { group: ops, clusterRole: edit, namespaces: [team-b] }, { group: ops, clusterRole: logs }]`,
  `, logs: ${logReader}`,
);
const prod = whole.clusters["prod"]!;
const changed = (
  change: Partial<Pick<Cluster, "grants" | "requiredClaims" | "state">>,
  roles = whole.roles,
): Access => ({
  ...whole,
  roles,
  clusters: { prod: { ...prod, ...change } },
});
const verbs = (...list: readonly string[]) => ({
  ...whole.roles,
  "pod-restarter": { existing: false as const, rules: [{ apiGroups: [""], resources: ["pods"], verbs: [...list] }] },
});
const differently: Readonly<Record<string, Access>> = {
  "a grant less": changed({ grants: prod.grants.slice(1) }),
  "a namespace more": changed({ grants: [{ ...prod.grants[0]!, namespaces: ["team-a", "default"] }] }),
  "a grant for the whole cluster": changed({ grants: [{ group: "ops", clusterRole: "edit" }, ...prod.grants] }),
  "another group": changed({ grants: prod.grants.map((grant) => ({ ...grant, group: "ops" })) }),
  "admin for edit": changed({
    grants: prod.grants.map((grant) => (grant.clusterRole === "edit" ? { ...grant, clusterRole: "admin" } : grant)),
  }),
  "view for edit": changed({
    grants: prod.grants.map((grant) => (grant.clusterRole === "edit" ? { ...grant, clusterRole: "view" } : grant)),
  }),
  "a verb less": changed({}, verbs("get", "list")),
  "the nearest verb more": changed({}, verbs("get", "list", "watch", "delete")),
};

test.each(Object.entries(differently))("an API server that has %s is found out", (_, there) => {
  const differing = questionsOf(whole).questions.filter(
    ({ person, cluster, action, expected }) => verdict(there, person, cluster, action) !== expected,
  );
  expect(differing.length).toBeGreaterThan(0);
});

test("an API server that does as the file says is not", () => {
  const { questions } = questionsOf(whole);
  expect(
    questions.filter(({ person, cluster, action, expected }) => verdict(whole, person, cluster, action) !== expected),
  ).toEqual([]);
});
