import { accessFile } from "../../bench/access-file";
import { parseYaml } from "../../config/file/parse-yaml";
import { accessOf, mistakesIn, tenant, withGrants, withTenant } from "../access-text";

const eks = "eks: { name: prod-eks, region: eu-central-1 }";

test("a key without a value where a map or a list belongs is an empty one", () => {
  const access = accessOf(
    withTenant(`groups:\n  devs:\n    members:\nallow:\nguests:\nusers:\nclusters:\n  prod:\n    ${eks}\n    grants:`),
  );
  expect(access.groups["devs"]).toMatchObject({ members: [], groups: [] });
  expect(access.clusters["prod"]?.grants).toEqual([]);
  expect(mistakesIn(withTenant("groups:\nclusters:\n  prod:\n    eks:"))).toEqual([
    "access.yaml:5:5 clusters.prod.eks.name must be given",
    "access.yaml:5:5 clusters.prod.eks.region must be given",
  ]);
});

test("nothing is taken for less than it says: a grant in no namespace is none for the whole cluster", () => {
  expect(mistakesIn(withGrants("[{ group: devs, clusterRole: view, namespaces: }]"))).toEqual([
    "access.yaml:6:48 clusters.prod.grants[0].namespaces must name at least one namespace; remove the key to grant it on the whole cluster",
  ]);
  const credentials = eks.replace(" }", ", credentials: }");
  expect(mistakesIn(withTenant(`clusters: { prod: { ${credentials} } }`))).toEqual([
    expect.stringContaining('clusters.prod.eks.credentials must be "ephemeral"'),
  ]);
  expect(mistakesIn(withTenant("login: { name: }"))).toEqual(["access.yaml:2:10 login.name must be text, got nothing"]);
});

test("groups with every entry commented out are no mistake that others follow from", () => {
  const text = withGrants("[]").replace(/^groups:.*$/m, "groups:\n  # devs: {}");
  expect(mistakesIn(text)).toEqual([]);
});

test("a mistyped key is one mistake, whatever hangs on it", () => {
  const grants = "[{ group: devs, clusterRoles: view }, { group: ops, clusterRole: view }]";
  expect(mistakesIn(withGrants(grants, "{ devs: {}, ops: {} }").replace("groups:", "group:"))).toEqual([
    'access.yaml:2:1 group must be a known key; did you mean "groups"?',
    'access.yaml:6:29 clusters.prod.grants[0].clusterRoles must be a known key; did you mean "clusterRole"?',
  ]);
});

test("a mistyped key beside the right one is a mistake, and takes nothing from it", () => {
  expect(mistakesIn(withGrants("[{ group: devs, clusterRole: view, clusterRoles: edit }]"))).toEqual([
    'access.yaml:6:48 clusters.prod.grants[0].clusterRoles must be a known key; did you mean "clusterRole"?',
  ]);
  expect(mistakesIn(withGrants("[{ group: devs, clusterRole: nobody, clusterRoles: edit }]"))).toEqual([
    expect.stringContaining("clusters.prod.grants[0].clusterRole must name a role"),
    expect.stringContaining("clusters.prod.grants[0].clusterRoles must be a known key"),
  ]);
});

test("of two mistyped keys the first one is taken for what was meant", () => {
  expect(
    mistakesIn(withGrants("[{ group: ops, clusterRole: view }]").replace("groups:", "group: { ops: {} }\ngrops:")),
  ).toEqual([
    expect.stringContaining("group must be a known key"),
    expect.stringContaining("grops must be a known key"),
  ]);
});

test("a mistyped key is taken for what was meant below any number of the operator's own", () => {
  const groups = Array.from({ length: 1100 }, (_, index) => `g${String(index)}: {}`).join(", ");
  expect(mistakesIn(withGrants("[{ grup: g0, clusterRole: view }]", `{ ${groups} }`))).toEqual([
    'access.yaml:6:16 clusters.prod.grants[0].grup must be a known key; did you mean "group"?',
  ]);
});

test("a person in a grant is told that only groups are granted something, and nothing else", () => {
  expect(mistakesIn(withGrants("[{ user: ada@contoso.com, clusterRole: view }]"))).toEqual([
    "access.yaml:6:16 clusters.prod.grants[0].user must not be in a grant, because grants are for groups only; list the person under members of a group, and grant to that group",
  ]);
});

test("top-level keys that begin with x- are free for anchors; elsewhere they are not", () => {
  const text = withTenant(
    "x-team: &team [ada@contoso.com]\nx-any: { nonsense: [1] }\ngroups: { devs: { members: *team } }",
  );
  expect(accessOf(text).groups["devs"]?.members).toEqual(["ada@contoso.com"]);
  expect(mistakesIn(withTenant("groups: { devs: { x-team: 1 } }"))[0]).toContain(
    "groups.devs.x-team must be a known key",
  );
});

test("merge keys have a sentence of their own, and nothing follows from them", () => {
  expect(
    mistakesIn(withTenant("x-eks: &eks { region: eu-central-1 }\nclusters: { prod: { eks: { <<: *eks, name: a } } }")),
  ).toEqual([
    'access.yaml:3:28 clusters.prod.eks["<<"] must not be a merge key, which YAML 1.2 does not know; write its entries out, or share a whole value by an alias (*name)',
  ]);
});

test("keys of another backend say what they belong to", () => {
  expect(mistakesIn(withTenant("backend: { bucket: states, region: eu-central-1 }"))).toEqual([
    "access.yaml:2:12 backend.bucket must be used with type: s3",
    "access.yaml:2:28 backend.region must be used with type: s3",
  ]);
});

test("a key of a map below says under which it must be, or under which of several", () => {
  const cluster = "clusters: { prod: { name: prod-eks, region: eu-central-1 } }";
  expect(mistakesIn(withTenant(cluster))).toEqual([
    "access.yaml:2:19 clusters.prod.eks must be given",
    'access.yaml:2:21 clusters.prod.name must be under "eks"',
    'access.yaml:2:37 clusters.prod.region must be under "eks"',
  ]);
  expect(mistakesIn(withTenant("login: { breakGlass: devs }"))).toEqual([
    'access.yaml:2:10 login.breakGlass must be under "conditionalAccess"',
  ]);
  // The user name and the groups have one.
  expect(mistakesIn(withTenant('login: { prefix: "entra:" }'))).toEqual([
    'access.yaml:2:10 login.prefix must be under one of "username", "groups"',
  ]);
  // At the top it may be the region of a cluster as well as that of the states.
  expect(mistakesIn(withTenant("region: eu-central-1")).join()).toContain("region must be a known key: one of");
});

test("a version is near to every other, and suggests none; a number is told as it stands there", () => {
  const issuer = (text: string) => mistakesIn(withTenant(`login: { issuer: ${text} }`)).join();
  expect(issuer('"3.16"')).not.toContain("did you mean");
  expect(issuer("0x10")).toContain("got 0x10");
  expect(issuer("1_0.50")).toContain("1_0.50");
  expect(mistakesIn(withTenant(`login: { name: 3.10 }`))).toEqual([
    "access.yaml:2:16 login.name must be text, got 3.10; put it in quotes",
  ]);
  expect(issuer(`1${"0".repeat(90)}`)).toContain("got 1e+90");
  expect(issuer('!!float "3.10"')).toContain("got 3.1;");
});

test.each([
  ["a+b@contoso.com", '"+"'],
  ["müller@contoso.com", '"ü"'],
  ['"a\\u202eb@contoso.com"', "U+202E"],
  ["a b@contoso.com", "space"],
])("%s is told which letter it is", (member, letter) => {
  expect(mistakesIn(withTenant(`groups: { devs: { members: [${member}] } }`)).join()).toContain(
    `; Entra accepts no ${letter} before the @`,
  );
});

test("of an ARN that stands for a cluster's name is said what the name is", () => {
  const arn = "arn:aws:eks:eu-central-1:111122223333:cluster/prod-eks";
  expect(
    mistakesIn(withTenant(`clusters: { prod: { eks: { name: "${arn}", region: eu-central-1 } } }`)).join(),
  ).toContain("; write only the part of the ARN after cluster/: prod-eks");
});

test("YAML 1.1 and a text of too many words are refused in words", () => {
  expect(mistakesIn(`%YAML 1.1\n---\ntenant: ${tenant}\n`)).toEqual([
    "access.yaml:1:1 must be YAML 1.2; remove the line with %YAML",
  ]);
  expect(mistakesIn(withTenant(`x-a: [${"a, ".repeat(200_000)}]`)).join()).toContain(
    "must be shorter: a file of 600052 letters may have at most 268019 words and signs",
  );
  const long = withTenant(`x-a: [${"a, ".repeat(200_000)}]\n#${"a".repeat(2_000_000)}`);
  expect(mistakesIn(long).join()).toContain("may have at most 352000 words and signs");
});

const blocks = (open: string) => (depth: number) =>
  `x-a:${Array.from({ length: depth }, (_, level) => `\n${" ".repeat(level + 1)}${open}`).join("")} 1`;

test.each([
  ["flow lists", (depth: number) => `x-a: ${"[".repeat(depth)}1${"]".repeat(depth)}`],
  ["flow maps", (depth: number) => `x-a: ${"{ a: ".repeat(depth)}1${" }".repeat(depth)}`],
  ["block lists", blocks("-")],
  ["block maps", blocks("a:")],
])("%s may be nested 100 deep, the file's own map counted, and no deeper", (_, nested) => {
  expect(mistakesIn(withTenant(nested(99)))).toEqual([]);
  expect(mistakesIn(withTenant(nested(100))).join()).toContain("must not be nested more than 100 deep");
});

test("500 groups, 5,000 people, and 500 grants on each of 20 clusters are not too many words", () => {
  expect(parseYaml(accessFile({ groups: 500, members: 10, clusters: 20, grants: 500 })).mistakes).toEqual([]);
});
