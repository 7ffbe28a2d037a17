import { readFileSync } from "node:fs";
import { join } from "node:path";
import { stackPermissions } from "../../../model/permissions/stack-permissions";
import { accessOf, withGrants, withTenant } from "../../access-text";
import { withPortal } from "../../portal-text";
import { synth } from "../../synth";

const example = readFileSync(join(__dirname, "..", "..", "..", "docs", "examples", "everything.yaml"), "utf8");
const of = (text: string, stack: string) => {
  const found = stackPermissions(accessOf(text)).find((one) => one.stack === stack);
  if (found === undefined) throw new Error(`no stack ${stack}`);
  return found;
};
const graph = (text: string, stack: string) => of(text, stack).apply.graph.map(({ permission }) => permission);

test.each([
  ["the sample", readFileSync(join(__dirname, "..", "..", "..", "access.yaml"), "utf8")],
  ["a file with everything", example],
  [
    "a file with clusters of several kinds",
    readFileSync(join(__dirname, "..", "..", "..", "docs", "examples", "kubernetes.yaml"), "utf8"),
  ],
])("of %s each stack that is synthesized has its permissions, and no other", (_, text) => {
  const stacks = stackPermissions(accessOf(text)).map(({ stack }) => stack);
  expect(stacks.sort()).toEqual(Object.keys(synth(text).stacks).sort());
});

test("consent by hand needs no permission for consents", () => {
  expect(graph(withTenant(""), "login")).toEqual([
    "Application.ReadWrite.OwnedBy",
    "DelegatedPermissionGrant.ReadWrite.All",
  ]);
  expect(graph(withTenant("login: { consent: manual }"), "login")).toEqual(["Application.ReadWrite.OwnedBy"]);
});

test("named owners take the application, or the group, out of the hands of whoever made it", () => {
  const login = withTenant("login: { consent: manual, owners: [ada@contoso.com] }");
  expect(graph(login, "login")).toEqual(["Application.ReadWrite.All", "Directory.Read.All"]);
  const devs = (rest: string) => withTenant(`groups: { devs: { members: [ada@contoso.com]${rest} } }`);
  expect(graph(devs(""), "people")).toEqual(["Group.Create", "Group.Read.All", "User.ReadBasic.All"]);
  expect(graph(devs(", owners: [bob@contoso.com]"), "people")).toEqual(["Group.ReadWrite.All", "User.Read.All"]);
});

test("to plan needs no permission to write", () => {
  const writes = stackPermissions(accessOf(example)).flatMap(({ plan }) =>
    plan.graph.map(({ permission }) => permission),
  );
  expect(writes.filter((permission) => /Write|Create|Invite/.test(permission))).toEqual([]);
});

test("the association is named by its own ARN, and making one is held to the issuer", () => {
  const { apply } = of(withGrants("[{ group: devs, clusterRole: view }]"), "eks-prod");
  const [{ identity, statements }] = apply.aws as [(typeof apply.aws)[number]];
  expect(identity).toBe("the environment");
  const statementFor = (action: string) => statements.find(({ Action }) => Action.includes(action));
  const config = ["arn:aws:eks:eu-central-1:*:identityproviderconfig/prod-eks/oidc/entra/*"];
  expect(statementFor("eks:DescribeIdentityProviderConfig")?.Resource).toEqual(config);
  expect(statementFor("eks:DisassociateIdentityProviderConfig")?.Resource).toEqual(config);
  expect(statementFor("eks:AssociateIdentityProviderConfig")?.Condition?.StringEquals["eks:issuerUrl"]).toMatch(
    /^https:\/\/login/,
  );
});

test("tags need rights on the association, which nobody has without them", () => {
  const actions = (text: string, phase: "plan" | "apply") =>
    of(text, "eks-prod")[phase].aws.flatMap(({ statements }) =>
      statements.flatMap(({ Action, Resource }) => Action.map((action) => `${action} ${Resource.join()}`)),
    );
  const text = withGrants("[]");
  const tagged = text.replace("grants: []", "tags: { team: a }");
  const config = "arn:aws:eks:eu-central-1:*:identityproviderconfig/prod-eks/oidc/entra/*";
  expect(actions(tagged, "apply").filter((one) => !actions(text, "apply").includes(one))).toEqual([
    `eks:TagResource ${config}`,
    `eks:UntagResource ${config}`,
  ]);
  expect(actions(tagged, "plan")).toEqual(actions(text, "plan"));
});

test("a role in another account has the policy, and whoever deploys may assume it", () => {
  const role = "arn:aws:iam::444455556666:role/deployer";
  const text = withGrants("[{ group: devs, clusterRole: view }]").replace(
    "region: eu-central-1",
    `region: eu-central-1, assumeRole: "${role}"`,
  );
  const { aws } = of(text, "eks-prod").apply;
  expect(aws.map(({ identity }) => identity)).toEqual([role, "the environment"]);
  expect(aws[0]?.statements[0]?.Resource).toEqual(["arn:aws:eks:eu-central-1:444455556666:cluster/prod-eks"]);
  expect(aws[1]?.statements).toEqual([{ Effect: "Allow", Action: ["sts:AssumeRole"], Resource: [role] }]);
});

test("on a cluster it may bind the granted roles and no others, in their namespaces and nowhere else", () => {
  const grants = "[{ group: devs, clusterRole: edit, namespaces: [a] }, { group: devs, clusterRole: view }]";
  const bound = of(withGrants(grants), "rbac-prod").apply.kubernetes.flatMap(({ namespace, rules }) =>
    rules.filter(({ verbs }) => verbs.includes("bind")).map(({ resourceNames }) => ({ namespace, resourceNames })),
  );
  expect(bound).toEqual([
    { namespace: undefined, resourceNames: ["view"] },
    { namespace: "a", resourceNames: ["edit"] },
  ]);
});

test("it holds what it writes into roles of the file, and may escalate nothing", () => {
  const rule = { apiGroups: [""], resources: ["pods", "pods/log"], verbs: ["get", "list"] };
  const text = withGrants(
    "[{ group: devs, clusterRole: reader }]",
    undefined,
    '{ reader: { rules: [{ apiGroups: [""], resources: [pods, pods/log], verbs: [get, list] }] } }',
  );
  const rules = of(text, "rbac-prod").apply.kubernetes.flatMap((rights) => rights.rules);
  expect(rules).toContainEqual(rule);
  expect(rules.filter(({ verbs }) => verbs.includes("escalate") || verbs.includes("*"))).toEqual([]);
});

test("states in S3: a stack writes its own, reads those that it needs, and locks", () => {
  const text = `${withGrants("[{ group: devs, clusterRole: view }]")}backend: { type: s3, bucket: states, region: eu-central-1 }\n`;
  const { statements } = of(text, "rbac-prod").apply.aws.at(-1)!;
  expect(statements.map(({ Action, Resource }) => [Action.join(), Resource.join()])).toEqual([
    ["s3:ListBucket", "arn:aws:s3:::states"],
    ["s3:GetObject,s3:PutObject", "arn:aws:s3:::states/entra-eks/rbac-prod.tfstate"],
    ["s3:DeleteObject,s3:GetObject,s3:PutObject", "arn:aws:s3:::states/entra-eks/rbac-prod.tfstate.tflock"],
    ["s3:GetObject", "arn:aws:s3:::states/entra-eks/people.tfstate"],
  ]);
});

test("licences and directory roles are told of what needs them", () => {
  expect(of(example, "people").licences).toEqual(["Entra ID P1, for protected groups and groups with a rule"]);
  expect(of(example, "login").licences).toEqual([
    "Entra ID P1, to assign groups to the application",
    "Entra ID P1, for Conditional Access",
  ]);
  expect(of(example, "people").roles).toEqual(["Groups Administrator", "Privileged Role Administrator"]);
  expect(of(withTenant(""), "people").licences).toEqual([]);
});

test("on a cluster that is not EKS bindings need rights of the cluster alone, and so does a portal there", () => {
  const elsewhere = (text: string) => text.replace(/eks: \{.*/, "kubernetes: { kubeconfig: config, context: prod }");
  const file = elsewhere(withPortal());
  for (const stack of ["rbac-prod", "portal"]) {
    expect(of(file, stack).apply.aws).toEqual([]);
    expect(of(file, stack).apply.kubernetes).toEqual(of(withPortal(), stack).apply.kubernetes);
    expect(of(withPortal(), stack).apply.aws).not.toEqual([]);
  }
});
