import { readFileSync } from "node:fs";
import { join } from "node:path";
import { check } from "../../commands/check";
import { withGrants, withTenant } from "../access-text";
import { synth } from "../synth";
import { printed } from "./printed";

const quiet = "login: { username: { claim: oid }, groups: { emit: assigned } }\n";
const run = (access: string, json = false) => printed({ "access.yaml": access }, (file) => check({ file, json }));

test("a file without mistakes is told in one line what it makes", () => {
  const file = withGrants(
    "[{ group: devs, clusterRole: view, namespaces: [a, b] }]",
    "{ devs: { members: [ada@contoso.com] } }",
  );
  expect(run(file + quiet)).toEqual({
    code: 0,
    stdout:
      "access.yaml makes 1 login application, 1 group with 1 person, 1 association, 0 roles and 2 bindings on 1 cluster\n",
    stderr: "",
  });
});

test("only EKS has associations, and every cluster has bindings", () => {
  const two = withGrants("[]\n  dev:\n    kubernetes: { kubeconfig: config, context: dev }");
  const { stdout } = printed({ "access.yaml": two }, (file) => check({ file, json: false }));
  expect(stdout).toContain("1 association, 0 roles and 0 bindings on 2 clusters");
});

test("who comes into the directory, and groups that others keep, are counted apart", () => {
  const text = withTenant(
    "guests: [gus@fabrikam.com]\nusers: { nora@contoso.com: { create: { displayName: N } } }\ngroups: { devs: { members: [ada@contoso.com] }, ops: { existing: true } }",
  );
  expect(run(text).stdout).toContain(
    "makes 1 login application, 1 new account, 1 invitation, 1 group beside 1 existing one with 1 person, 0 associations",
  );
});

test("what it makes is what the program synthesizes", () => {
  const sample = readFileSync(join(__dirname, "..", "..", "access.yaml"), "utf8");
  const { plan } = JSON.parse(run(sample, true).stdout) as { plan: Record<string, number> };
  const program = synth(sample);
  const made = (type: string) => Object.keys(program.stacks).flatMap((stack) => program.addresses(stack, type)).length;
  expect(plan).toEqual({
    groups: made("azuread_group"),
    existingGroups: 0,
    clients: 0,
    people: program.json.match(/'\w+@contoso\.com'/g)?.length,
    invitations: 0,
    newPeople: 0,
    clusters: 2,
    associations: made("aws_eks_identity_provider_config"),
    roles: made("kubernetes_cluster_role_v1") + made("kubernetes_role_v1"),
    bindings: made("kubernetes_cluster_role_binding_v1") + made("kubernetes_role_binding_v1"),
  });
});

test("warnings come with their place, and the answer is still yes", () => {
  const { code, stdout } = run(withTenant(quiet.replace("{", "{ issuer: v1,")));
  expect(code).toBe(0);
  expect(stdout.split("\n").slice(0, 3)).toEqual([
    "warning: issuer, see docs/warnings.md#issuer",
    '  access.yaml:2:18 login.issuer is "v1", so everybody signs in through the browser again every hour',
    "  A refreshed v1 ID token is not signed, and the API server refuses it.",
  ]);
});

const strong = `${withGrants(
  "[{ group: devs, clusterRole: cluster-admin }, { group: ops, clusterRole: cluster-admin }, { group: ops, clusterRole: admin }]",
  "{ devs: { members: [ada@contoso.com] }, ops: { members: [bob@contoso.com] } }",
)}${quiet}`;
const told = (access: string) =>
  run(access)
    .stdout.split("\n")
    .filter((line) => !line.includes("makes"));

test("each kind of warning is told once, with its places and its page", () => {
  expect(told(strong)).toEqual([
    "warning: open-to-others, see docs/warnings.md#open-to-others",
    "  access.yaml:2:17 groups.devs has cluster-admin on clusters.prod, and others can add people to it",
    "  access.yaml:2:54 groups.ops has cluster-admin on clusters.prod, and others can add people to it",
    "  The owners of the group, and every Groups or User Administrator of the tenant, can add anybody until the next deployment of people. protected: true prevents that, but creates the group again.",
    "warning: every-secret, see docs/warnings.md#every-secret",
    '  access.yaml:6:130 clusters.prod.grants[2].clusterRole is "admin" on the whole cluster, which is as strong as cluster-admin',
    "  It can read every secret, including tokens of service accounts with more rights. Add namespaces to limit it.",
    "",
  ]);
});

test("of many places of a kind the first twenty are told, and all of them to machines", () => {
  const keys = Array.from({ length: 22 }, (_, index) => `g${String(index)}`);
  const groups = keys.map((key) => `${key}: { members: [ada@contoso.com] }`).join(", ");
  const file = `${withTenant(`groups: { ${groups} }`)}\n${quiet}`;
  expect(told(file)).toHaveLength(1 + 20 + 1 + 1);
  expect(told(file)[21]).toBe("  and 2 more, see --json");
  expect((JSON.parse(run(file, true).stdout) as { warnings: unknown[] }).warnings).toHaveLength(22);
});

const accepts = (warning: string, until = "9999-12-31") => `{ warning: ${warning}, reason: reviewed, until: ${until} }`;

test("what the file accepts is counted, and machines read why", () => {
  const file = `${strong}accepted: [${accepts("open-to-others")}, ${accepts("every-secret", "9998-01-01")}]\n`;
  expect(told(file)).toEqual(["3 warnings are accepted, the first of them until 9998-01-01", ""]);
  const { warnings, accepted } = JSON.parse(run(file, true).stdout) as Record<"warnings" | "accepted", object[]>;
  expect(warnings).toEqual([]);
  expect(accepted).toContainEqual(
    expect.objectContaining({
      rule: "every-secret",
      path: "clusters.prod.grants[2].clusterRole",
      reason: "reviewed",
      until: "9998-01-01",
      more: "docs/warnings.md#every-secret",
    }),
  );
});

test("what it accepted until a day that is past is told again", () => {
  const file = `${strong}accepted: [${accepts("open-to-others")}, ${accepts("every-secret", "2020-01-01")}]\n`;
  expect(told(file)[1]).toBe(
    '  access.yaml:6:130 clusters.prod.grants[2].clusterRole is "admin" on the whole cluster, which is as strong as cluster-admin (accepted until 2020-01-01, which is past)',
  );
});

test("--strict: a warning that is not accepted is a no; what is accepted, and advice, is none", () => {
  const strict = (access: string) =>
    printed({ "access.yaml": access }, (file) => check({ file, json: false, strict: true })).code;
  expect(strict(strong)).toBe(1);
  expect(strict(`${strong}accepted: [${accepts("open-to-others")}]\n`)).toBe(1);
  expect(strict(`${strong}accepted: [${accepts("open-to-others")}, ${accepts("every-secret")}]\n`)).toBe(0);
  expect(strict(`${strong}accepted: [${accepts("open-to-others", "2020-01-01")}, ${accepts("every-secret")}]\n`)).toBe(
    1,
  );
  expect(strict(withGrants("[{ group: devs, clusterRole: view }]"))).toBe(0);
});

test("what a default cannot avoid is one line at the end", () => {
  expect(told(withGrants("[{ group: devs, clusterRole: edit, namespaces: [team-a] }]"))).toEqual([
    'advice: user names can change; people in more than 200 groups have no access; "edit" and "admin" read secrets in their namespaces. See docs/warnings.md#advice',
    "",
  ]);
});

test("mistakes are the result: on stdout, all of them, exit code 1", () => {
  expect(run("tenant: x\nlogn: {}")).toEqual({
    code: 1,
    stdout: [
      'access.yaml:1:9 tenant must be a GUID such as 8f3c0a5e-6d0b-4a41-9a43-0d6f4b9f2c11, got "x"',
      'access.yaml:2:1 logn must be a known key; did you mean "login"?\n',
    ].join("\n"),
    stderr: "",
  });
});

test("--json holds the same for machines", () => {
  expect(JSON.parse(run("tenant: x", true).stdout)).toEqual({
    mistakes: [
      {
        position: { line: 1, column: 9 },
        path: "tenant",
        sentence: 'must be a GUID such as 8f3c0a5e-6d0b-4a41-9a43-0d6f4b9f2c11, got "x"',
        rule: "value",
      },
    ],
    warnings: [],
    accepted: [],
    advice: [],
    file: "access.yaml",
    untold: 0,
  });
});

test("no such file is no answer: exit code 2, on stderr", () => {
  expect(printed({}, (file) => check({ file, json: false }))).toEqual({
    code: 2,
    stdout: "",
    stderr: "access.yaml must be an access file, but there is none; name another with --file or ACCESS_FILE\n",
  });
});
