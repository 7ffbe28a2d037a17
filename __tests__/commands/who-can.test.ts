import fc from "fast-check";
import { canI } from "../../commands/can-i";
import { whoCan, type WhoCanOptions } from "../../commands/who-can";
import { everybodyOf } from "../../model/users/people";
import { presentClusters } from "../../model/clusters/present-clusters";
import { accessOf, withTenant } from "../access-text";
import { accessText } from "../random-access";
import { printed } from "./printed";

const access = withTenant(`
login: { username: { claim: email } }
groups:
  leads: { members: [ada@contoso.com] }
  developers: { members: [bob@contoso.com, gus@fabrikam.com], groups: [leads, ruled] }
  operators: { existing: true, members: [carol@contoso.com] }
  theirs: { existing: true, members: [bob@contoso.com] }
  ruled: { rule: 'user.department -eq "IT"' }
guests: [gus@fabrikam.com]
clusters:
  prod:
    eks: { name: prod-eks, region: eu-central-1 }
    grants:
      - { group: developers, clusterRole: edit, namespaces: [team-a] }
      - { group: operators, clusterRole: view }
      - { group: theirs, clusterRole: their-role }
  stage:
    eks: { name: stage-eks, region: eu-central-1 }
roles: { their-role: { existing: true } }
allow: [existing-cluster-admin]
`);

const ask = (words: string, options: Partial<WhoCanOptions> = {}, text = access) =>
  printed({ "access.yaml": text }, (file) => whoCan(words.split(" "), { file, json: false, ...options }));
const inTeamA = { namespace: "team-a" };

test("every person is told with the group and the grant, guests marked, and groups whose members Entra alone knows", () => {
  const { code, stdout } = ask("list pods", { ...inTeamA, cluster: "prod" });
  expect(code).toBe(0);
  const grant = "has ClusterRole edit in team-a (access.yaml:14:9 clusters.prod.grants[0])";
  const view = "has ClusterRole view on the whole cluster (access.yaml:15:9 clusters.prod.grants[1])";
  const theirs = "has ClusterRole their-role on the whole cluster (access.yaml:16:9 clusters.prod.grants[2])";
  expect(stdout.split("\n")).toEqual([
    "Who can list pods in team-a on prod:",
    `  ada@contoso.com, in leads, which is in developers, ${grant}`,
    `  bob@contoso.com, in developers, ${grant}`,
    `  carol@contoso.com, in operators, ${view}`,
    `  gus@fabrikam.com (guest), in developers, ${grant}`,
    `  whoever else is in operators in Entra (others keep it): operators ${view}`,
    `  whoever else is in ruled in Entra (a rule chooses its members), as ruled is in developers: developers ${grant}`,
    `whoever else is in theirs in Entra (others keep it): theirs ${theirs}; only the cluster knows what ClusterRole their-role allows`,
    "",
  ]);
});

test("for whom it hangs on a role of the cluster, is told apart, and the exit status is 2 if it is everybody", () => {
  const { code, stdout } = ask("delete nodes", { cluster: "prod" });
  expect(code).toBe(2);
  expect(stdout).toContain(
    "  nobody whom the file names\nIt hangs on a role that only the cluster knows:\n  bob@contoso.com",
  );
});

test("without a cluster each one is asked; nobody is exit status 1", () => {
  expect(ask("list pods", inTeamA).stdout).toMatch(
    /^Who can list pods in team-a on prod:\n[^]*\n\nWho can list pods in team-a on stage:\n {2}nobody whom the file names\n$/,
  );
  expect(ask("list pods", { cluster: "stage" }).code).toBe(1);
});

test("what everybody may is told so", () => {
  const { code, stdout } = ask("get /healthz", { cluster: "stage" });
  expect(code).toBe(0);
  expect(stdout).toContain(
    "  everybody who is signed in, by ClusterRole system:discovery; of the file:\n  ada@contoso.com\n",
  );
});

test("who has the right and cannot sign in, is told with the reason", () => {
  const left = `${access}users: { carol@contoso.com: { left: true } }\n`.replace(
    "login: {",
    "login: { assignment: required,",
  );
  const { stdout } = ask(
    "list pods",
    { ...inTeamA, cluster: "prod" },
    left.replace("members: [carol@contoso.com]", "members: []"),
  );
  expect(stdout).toContain("ada@contoso.com has the right, but cannot sign in: AADSTS50105");
});

test("what OpenShift may have added to a role is told apart, and the exit status is 2", () => {
  const openshift = "openshift: { kubeconfig: config, context: shop, domain: apps.contoso.com, signIn: external }";
  const text = access.replace("eks: { name: prod-eks, region: eu-central-1 }", openshift);
  const { code, stdout } = ask("get routes.route.openshift.io", { ...inTeamA, cluster: "prod" }, text);
  expect(code).toBe(2);
  const lines = stdout.split("\n").map((line) => line.replace(/ \(access.*?\)/, ""));
  const edit = "has ClusterRole edit in team-a";
  const view = "has ClusterRole view on the whole cluster";
  const adds = (role: string) =>
    `OpenShift and its operators add rules to ClusterRole ${role} that Kubernetes does not have`;
  expect(lines).toEqual([
    "Who can get routes.route.openshift.io in team-a on prod:",
    "  nobody whom the file names",
    "It hangs on a role that only the cluster knows:",
    "  bob@contoso.com, in theirs, has ClusterRole their-role on the whole cluster",
    "It hangs on the rules that OpenShift and its operators add:",
    `  ada@contoso.com, in leads, which is in developers, ${edit}`,
    `  carol@contoso.com, in operators, ${view}`,
    `  gus@fabrikam.com (guest), in developers, ${edit}`,
    `whoever else is in operators in Entra (others keep it): operators ${view}; ${adds("view")}`,
    "whoever else is in theirs in Entra (others keep it): theirs has ClusterRole their-role on the whole cluster; only the cluster knows what ClusterRole their-role allows",
    `whoever else is in ruled in Entra (a rule chooses its members), as ruled is in developers: developers ${edit}; ${adds("edit")}`,
    "",
  ]);
});

test("what OpenShift gives everybody is told with everybody, and the exit status is 2", () => {
  const openshift = "openshift: { kubeconfig: config, context: shop, domain: apps.contoso.com, signIn: oauth }";
  const text = access.replace("eks: { name: stage-eks, region: eu-central-1 }", openshift);
  const asked = (options: Partial<WhoCanOptions>) =>
    ask("create projectrequests.project.openshift.io", { cluster: "stage", ...options }, text);
  expect(asked({}).code).toBe(2);
  expect(asked({}).stdout.split("\n")).toEqual([
    "Who can create projectrequests.project.openshift.io in default on stage:",
    "  nobody whom the file names",
    "Everybody who is signed in, unless the cluster took it away: OpenShift gives system:authenticated:oauth ClusterRole self-provisioner, which allows: create projectrequests",
    ...["  ada@contoso.com", "  bob@contoso.com", "  carol@contoso.com", "  gus@fabrikam.com (guest)", ""],
  ]);
  expect(JSON.parse(asked({ json: true }).stdout)).toMatchObject({
    clusters: [
      {
        byDefault: { role: { name: "self-provisioner" }, group: "system:authenticated:oauth" },
        people: [{ person: "ada@contoso.com", verdict: "unknown", grants: [] }, {}, {}, {}],
      },
    ],
  });
});

test("--json has everybody with their grants", () => {
  const { stdout } = ask("list pods", { ...inTeamA, cluster: "prod", json: true });
  expect(JSON.parse(stdout)).toMatchObject({
    clusters: [
      {
        cluster: "prod",
        people: [
          { person: "ada@contoso.com", guest: false, verdict: "yes", grants: [{ listedIn: "leads" }] },
          { person: "bob@contoso.com", guest: false, verdict: "yes" },
          { person: "carol@contoso.com", guest: false, verdict: "yes" },
          { person: "gus@fabrikam.com", guest: true, verdict: "yes" },
        ],
        unlisted: [
          { group: "operators", kept: "existing" },
          { group: "ruled", kept: "rule" },
          { group: "theirs", kept: "existing" },
        ],
      },
    ],
  });
});

test("a group that gets one grant directly and a sure one by nesting is told with the sure one", () => {
  const nested = access
    .replace("groups: [leads, ruled]", "groups: [leads, ruled, theirs]")
    .replace("allow: [", "policy: { existingMembers: allow }\nallow: [");
  expect(ask("list pods", { ...inTeamA, cluster: "prod" }, nested).stdout).toContain(
    "  whoever else is in theirs in Entra (others keep it), as theirs is in developers: developers has ClusterRole edit",
  );
});

test.each<[string, Partial<WhoCanOptions>, string]>([
  ["get pods", { cluster: "prd" }, 'did you mean "prod"?'],
  ["get", {}, "Give a verb and a type"],
  ["get pods", { namespace: "a", allNamespaces: true }, "leave one out"],
])("%s with %j is one sentence on stderr, and exit status 2", (words, options, sentence) => {
  const { code, stdout, stderr } = ask(words, options);
  expect({ code, stdout, lines: stderr.trim().split("\n").length }).toEqual({ code: 2, stdout: "", lines: 1 });
  expect(stderr).toContain(sentence);
});

const questions = fc.record({
  words: fc.constantFrom("get pods", "list pods", "get secrets", "get /metrics", "get /healthz", "get nodes"),
  place: fc.constantFrom<Partial<WhoCanOptions>>(
    { namespace: "a" },
    { namespace: "team-a", subresource: "log" },
    { allNamespaces: true },
  ),
});

interface WhoCanJson {
  readonly clusters: readonly { readonly cluster: string; readonly people: { person: string; verdict: string }[] }[];
}

/** The verdict of each person on each cluster. */
function bySearch(text: string, words: string, options: Partial<WhoCanOptions>): string[] {
  const read = accessOf(text);
  return presentClusters(read).flatMap(([cluster]) =>
    everybodyOf(read).flatMap((person) => {
      const { stdout } = printed({ "access.yaml": text }, (file) =>
        canI(words.split(" "), { file, json: true, as: person, cluster, ...options }),
      );
      const { verdict } = JSON.parse(stdout) as { readonly verdict: string };
      return verdict === "no" ? [] : [`${cluster} ${person} ${verdict}`];
    }),
  );
}

test("who-can answers what can-i answers when it is asked of everybody, on random access files", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(accessText, questions, (text, { words, place }) => {
      const options = words.includes("/") || words.endsWith("nodes") ? {} : place;
      if (presentClusters(accessOf(text)).length === 0) return;
      const { clusters } = JSON.parse(ask(words, { json: true, ...options }, text).stdout) as WhoCanJson;
      const told = clusters.flatMap(({ cluster, people }) =>
        people.map(({ person, verdict }) => `${cluster} ${person} ${verdict}`),
      );
      for (const one of told) seen.add(one.split(" ")[2] ?? "");
      expect(told.sort()).toEqual(bySearch(text, words, options).sort());
    }),
    { seed: 1, numRuns: 60 },
  );
  expect([...seen].sort()).toEqual(["unknown", "yes"]);
});
