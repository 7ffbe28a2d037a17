import { canI, type CanIOptions } from "../../commands/can-i";
import { withTenant } from "../access-text";
import { printed } from "./printed";

const access = withTenant(`
groups:
  leads: { members: [ada@contoso.com] }
  developers: { members: [bob@contoso.com], groups: [leads] }
  operators: { existing: true, members: [carol@contoso.com] }
  ruled: { rule: 'user.department -eq "IT"' }
  idle: { members: [dan@contoso.com] }
users:
  eve@contoso.com: { left: true }
clusters:
  prod:
    eks: { name: prod-eks, region: eu-central-1 }
    grants:
      - { group: developers, clusterRole: edit, namespaces: [team-a] }
      - { group: operators, clusterRole: theirs }
      - { group: ruled, clusterRole: namespace.reader, namespaces: [team-b] }
      - { group: idle, clusterRole: namespace.reader, namespaces: [team-b] }
  stage:
    eks: { name: stage-eks, region: eu-central-1 }
allow: [existing-cluster-admin]
roles:
  theirs: { existing: true }
  namespace.reader: { rules: [{ apiGroups: [""], resources: [namespaces], verbs: [get, list] }, { nonResourceURLs: [/metrics], verbs: [get] }] }
`);

const ask = (words: string, options: Partial<CanIOptions> = {}, text = access) =>
  printed({ "access.yaml": text }, (file) =>
    canI(words === "" ? [] : words.split(" "), {
      file,
      json: false,
      as: "ada@contoso.com",
      cluster: "prod",
      ...options,
    }),
  );
const inTeamA = { namespace: "team-a" };

test("yes comes first, and then the way from the person to the rule", () => {
  const { code, stdout, stderr } = ask("get secrets", inTeamA);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout.split("\n")).toEqual([
    "yes",
    "ada@contoso.com may get secrets in team-a on prod:",
    "  ada@contoso.com is in leads, and leads is in developers",
    "  developers has ClusterRole edit in team-a (access.yaml:14:9 clusters.prod.grants[0])",
    expect.stringMatching(/^ {2}ClusterRole edit allows: .*\bsecrets\b/) as string,
    "",
  ]);
});

test("no says what the person has there, or elsewhere, and exits with 1", () => {
  expect(ask("create roles", { ...inTeamA, as: "bob@contoso.com" })).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(
      /^no\nbob@contoso.com may not create roles.rbac.authorization.k8s.io in team-a on prod.\nWhat the person has there does not allow it:\n {2}developers has ClusterRole edit/,
    ) as string,
  });
  expect(ask("get pods").stdout).toContain("No grant of the person holds there. Elsewhere:\n  developers has");
  expect(ask("get pods", { cluster: "stage" }).stdout).toContain("No group of the person has a grant on stage.");
});

test("unknown says which role to look at in the cluster, and exits with 2", () => {
  const { code, stdout } = ask("get pods", { as: "carol@contoso.com" });
  expect(code).toBe(2);
  expect(stdout).toMatch(/^unknown\nWhether carol@contoso.com may get pods in default on prod hangs on a role/);
  expect(stdout).toContain("ask it with kubectl describe clusterrole theirs");
});

test("a no says which groups of Entra would make it otherwise", () => {
  const { stdout } = ask("get ns/team-b");
  expect(stdout).toContain(
    "If somebody else has put the person into operators in Entra, it hangs on ClusterRole theirs.",
  );
  expect(stdout).toContain("If the rule has put the person into ruled in Entra, the answer is yes.");
});

test("a RoleBinding in a namespace covers that namespace, and neither a list of them nor a URL", () => {
  const dan = { as: "dan@contoso.com" };
  expect(ask("get ns/team-b", dan).code).toBe(0);
  expect(ask("get ns/team-a", dan).code).toBe(1);
  expect(ask("list ns", { ...dan, namespace: "team-b" }).code).toBe(1);
  expect(ask("get /metrics", dan).code).toBe(1);
});

test("what everybody may is yes, as everybody", () => {
  const { code, stdout } = ask("get /version", { as: "dan@contoso.com", cluster: "stage" });
  expect(code).toBe(0);
  expect(stdout).toContain("may get /version on stage, as everybody may who is signed in:");
  expect(stdout).toContain("ClusterRole system:discovery");
});

test("who cannot sign in may nothing, and the reason is told", () => {
  expect(ask("get /version", { as: "eve@contoso.com" })).toMatchObject({
    code: 1,
    stdout:
      "no\neve@contoso.com cannot sign in to prod: AADSTS50057: the account is disabled, because the access file says that the person has left\n",
  });
  const required = `${access}login: { assignment: required }\n`;
  expect(ask("get secrets", inTeamA, required)).toMatchObject({
    code: 1,
    stdout: expect.stringContaining("ada@contoso.com cannot sign in to prod: AADSTS50105") as string,
  });
});

test("--json has the verdict, the grants with their places, and the action as it was read", () => {
  const { stdout } = ask("get secret/db", { ...inTeamA, json: true });
  expect(JSON.parse(stdout)).toMatchObject({
    person: "ada@contoso.com",
    cluster: "prod",
    action: { verb: "get", resource: "secrets", namespace: "team-a", name: "db" },
    verdict: "yes",
    grants: [{ group: "developers", listedIn: "leads", place: "access.yaml:14:9 clusters.prod.grants[0]" }],
  });
});

test("--list prints the table of kubectl, with what everybody has, and warns of roles that it does not know", () => {
  const { code, stdout, stderr } = ask("", { list: true, namespace: "team-b", as: "dan@contoso.com" });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const lines = stdout.split("\n");
  expect(lines[0]).toMatch(/^Resources +Non-Resource URLs +Resource Names +Verbs$/);
  expect(lines[1]).toMatch(/^namespaces +\[\] +\[\] +\[get list\]$/);
  expect(stdout).toMatch(/^ +\[\/healthz\] +\[\] +\[get\]$/m);
  expect(stdout).not.toContain("/metrics");
  expect(ask("", { list: true, as: "carol@contoso.com" }).stderr).toContain(
    "Warning: the list lacks what only the cluster knows: operators has ClusterRole theirs on the whole cluster",
  );
});

test("--list of the whole cluster leaves out what holds in one namespace alone", () => {
  expect(ask("", { list: true, allNamespaces: true, as: "dan@contoso.com" }).stdout).not.toContain("namespaces");
});

test.each<[string, Partial<CanIOptions>, string]>([
  ["get pods", { as: "adaa@contoso.com" }, 'did you mean "ada@contoso.com"?'],
  ["get pods", { cluster: "prd" }, 'did you mean "prod"?'],
  ["get pods", { cluster: undefined }, "--cluster must say which cluster you mean: prod, stage"],
  ["get", {}, "Give a verb and a type"],
  ["get pods", { list: true }, "--list prints everything: leave out the verb, the type and --subresource"],
  ["", { list: true, subresource: "log" }, "--list prints everything"],
  ["", { list: true, namespace: "a", allNamespaces: true }, "leave one out"],
])("%s with %j is one sentence on stderr, and exit status 2", (words, options, sentence) => {
  const { code, stdout, stderr } = ask(words, options);
  expect({ code, stdout, lines: stderr.trim().split("\n").length }).toEqual({ code: 2, stdout: "", lines: 1 });
  expect(stderr).toContain(sentence);
});

const onOpenShift = withTenant(`
groups:
  viewers: { members: [ada@contoso.com] }
  theirs: { existing: 00000000-0000-4000-8000-000000000007, members: [ada@contoso.com] }
clusters:
  shop:
    openshift: { kubeconfig: config, context: shop, domain: apps.shop.contoso.com, signIn: external }
    grants:
      - { group: viewers, clusterRole: view, namespaces: [team-a] }
      - { group: theirs, clusterRole: view, namespaces: [team-a] }
login: { groups: { prefix: "entra:" } }
`);
const onShop = { ...inTeamA, cluster: "shop" };

test("what OpenShift may have added to view is unknown, and the command that asks the cluster is told", () => {
  const { code, stdout } = ask("get routes.route.openshift.io", onShop, onOpenShift);
  expect(code).toBe(2);
  expect(stdout.split("\n")).toEqual([
    "unknown",
    "Whether ada@contoso.com may get routes.route.openshift.io in team-a on shop hangs on a role of the cluster:",
    "  ada@contoso.com is in viewers",
    expect.stringMatching(/^ {2}viewers has ClusterRole view in team-a /) as string,
    "  OpenShift and its operators add rules to ClusterRole view that Kubernetes does not have",
    expect.stringMatching(/^ {2}Also: theirs has ClusterRole view in team-a /) as string,
    "Ask the cluster as its administrator: oc auth can-i get routes.route.openshift.io -n team-a --as ada@contoso.com --as-group 'entra:<object ID of viewers>' --as-group entra:00000000-0000-4000-8000-000000000007",
    "",
  ]);
});

test("the command that asks the cluster has the object, the subresource and the place, quoted for a shell", () => {
  const asked = (words: string, options: Partial<CanIOptions>) =>
    /oc auth can-i (.*) --as-group '/.exec(ask(words, { ...onShop, ...options }, onOpenShift).stdout)?.[1];
  expect(asked("get imagestreams.image.openshift.io/web", { subresource: "layers" })).toBe(
    "get imagestreams.image.openshift.io/web --subresource layers -n team-a --as ada@contoso.com",
  );
  const wide = onOpenShift.replace("clusterRole: view, namespaces: [team-a]", "clusterRole: view");
  const named = wide.replace("[ada@contoso.com]", "[o'ada@contoso.com]");
  expect(
    ask(
      "get widgets.example.com",
      { ...onShop, namespace: undefined, allNamespaces: true, as: "o'ada@contoso.com" },
      named,
    ).stdout,
  ).toContain("oc auth can-i get widgets.example.com -A --as 'o'\\''ada@contoso.com' --as-group ");
});

test("--list warns of what OpenShift adds to a role", () => {
  const { code, stderr } = ask("", { ...onShop, list: true }, onOpenShift);
  expect(code).toBe(0);
  expect(stderr).toContain(
    "Warning: the list lacks what OpenShift and its operators add: viewers has ClusterRole view",
  );
});

const byOAuth = onOpenShift
  .replace("signIn: external", "signIn: oauth")
  .replace('login: { groups: { prefix: "entra:" } }\n', "");

test("what OpenShift gives everybody is unknown, because the cluster may have taken it away", () => {
  const { code, stdout } = ask(
    "create projectrequests.project.openshift.io",
    { ...onShop, namespace: undefined },
    byOAuth,
  );
  expect({ code, lines: stdout.split("\n") }).toEqual({
    code: 2,
    lines: [
      "unknown",
      "ada@contoso.com may create projectrequests.project.openshift.io in default on shop, unless the cluster took it away from everybody who is signed in:",
      "  OpenShift gives system:authenticated:oauth ClusterRole self-provisioner, which allows: create projectrequests",
      "Ask the cluster as its administrator: oc auth can-i create projectrequests.project.openshift.io -n default --as ada@contoso.com --as-group system:authenticated:oauth",
      "",
    ],
  });
  expect(
    JSON.parse(ask("get cm/motd", { ...onShop, namespace: "openshift", json: true }, byOAuth).stdout),
  ).toMatchObject({
    verdict: "unknown",
    because: "default",
    byDefault: { role: { kind: "Role", name: "shared-resource-viewer" }, namespace: "openshift" },
  });
});

test("--list warns of what OpenShift gives everybody there", () => {
  const warned = (namespace: string, text: string) =>
    ask("", { ...onShop, namespace, list: true }, text)
      .stderr.split("\n")
      .find((line) => line.includes("gives everybody"));
  expect(warned("team-a", byOAuth)).toMatch(
    /^Warning: the list lacks what OpenShift gives everybody, unless the cluster took it away: ClusterRole self-provisioner, ClusterRole basic-user, /,
  );
  expect(warned("team-a", byOAuth)).not.toContain("shared-resource-viewer");
  expect(warned("openshift", byOAuth)).toContain(", Role shared-resource-viewer");
  expect(warned("team-a", onOpenShift)).not.toContain("self-provisioner");
  expect(ask("", { list: true }).stderr).not.toContain("OpenShift");
});
