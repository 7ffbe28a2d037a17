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
  expect(stdout).toMatch(/^warning: access\.yaml:2:18 login\.issuer is "v1": /);
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
