import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";
import { formats, permissions, type PermissionsOptions } from "../../commands/permissions";
import { generatedPages, regenerated } from "../../commands/permissions/documentation";
import type { StackPermissions } from "../../model/permissions/stack-permissions";
import { withTenant } from "../access-text";
import { printed } from "./printed";

const root = join(__dirname, "..", "..");
const everything = readFileSync(join(root, "docs", "examples", "everything.yaml"), "utf8");
const sample = readFileSync(join(root, "access.yaml"), "utf8");
const run = (text: string, options: Partial<PermissionsOptions> = {}) =>
  printed({ "access.yaml": text }, (file) => permissions({ file, format: "table", phase: "apply", ...options }));

test.each(formats)("%s is printed to stdout, and nothing else is", (format) => {
  const { code, stdout, stderr } = run(everything, { format, stack: ["people", "login", "eks-prod", "rbac-prod"] });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout.length).toBeGreaterThan(100);
});

test("JSON has every stack of the file, for plan and apply", () => {
  const stacks = JSON.parse(run(sample, { format: "json" }).stdout) as StackPermissions[];
  expect(stacks.map(({ stack }) => stack)).toEqual([
    "people",
    "login",
    ...["eks-prod", "rbac-prod", "eks-stage", "rbac-stage"],
  ]);
  expect(stacks[0]?.plan.graph.map(({ permission }) => permission)).toEqual(["Group.Read.All", "User.ReadBasic.All"]);
});

test("the table says what a narrower set would cost", () => {
  expect(run(sample, { stack: ["login"] }).stdout).toContain(
    "To do without DelegatedPermissionGrant.ReadWrite.All: set login.consent: manual, and an administrator consents once.",
  );
});

const openshift = (signIn: string) =>
  `${withTenant(`clusters: { ocp: { openshift: { kubeconfig: c, context: ocp, domain: apps.contoso.com, signIn: ${signIn} } } }`)}\n`;
const classic = openshift("rosa-classic, clusterId: 2a3b4c5d6e7f8g9h");

test("what signs in at Red Hat is told of its stack alone, and of no cluster whose secret lies on it", () => {
  const sentence =
    "To sign in at Red Hat, set RHCS_CLIENT_ID and RHCS_CLIENT_SECRET, or RHCS_TOKEN. They are of somebody with the role Identity provider editor on the cluster.";
  const lines = run(classic).stdout.split("\n");
  expect(lines.filter((line) => line.includes("RHCS"))).toEqual([sentence]);
  expect(run(classic, { stack: ["openshift-ocp"] }).stdout).toContain(sentence);
  expect(run(classic, { format: "markdown" }).stdout).toContain(`\n- \`openshift-ocp\`: ${sentence}\n`);
  const stacks = JSON.parse(run(classic, { format: "json" }).stdout) as StackPermissions[];
  expect(stacks.flatMap(({ stack, credentials }) => credentials.map((one) => [stack, one.variables]))).toEqual([
    ["openshift-ocp", [["RHCS_CLIENT_ID", "RHCS_CLIENT_SECRET"], ["RHCS_TOKEN"]]],
  ]);
  for (const signIn of ["oauth", "external", "rosa-hcp"]) expect(run(openshift(signIn)).stdout).not.toContain("RHCS");
});

test("az commands name permissions by the IDs that Microsoft gives them, each with the stacks that need it", () => {
  const { stdout } = run(sample, { format: "az", stack: ["people"] });
  expect(stdout).toContain(
    'az ad app permission add --id "$APP_ID" --api 00000003-0000-0000-c000-000000000000 --api-permissions bf7b1a76-6e77-406b-b258-bf5c7720e98f=Role # Group.Create: people',
  );
  expect(spawnSync("bash", ["-n"], { input: stdout }).status).toBe(0);
});

test("an IAM policy names these clusters and no others", () => {
  const { stdout } = run(sample, { format: "iam" });
  const { Statement } = JSON.parse(stdout) as { Statement: { Resource: string[] }[] };
  const clusters = Statement.flatMap(({ Resource }) => Resource).map((arn) => /(prod|stage)-eks/.exec(arn)?.[0]);
  expect([...new Set(clusters)].sort()).toEqual(["prod-eks", "stage-eks"]);
});

test("manifests are for one cluster, and bind the group of the access entry", () => {
  const { stdout } = run(sample, { format: "kubernetes", phase: "plan", stack: ["rbac-prod"] });
  const objects = parseAllDocuments(stdout).map((document) => document.toJS() as { kind: string; subjects?: object });
  expect(objects.map(({ kind }) => kind)).toEqual([
    ...["ClusterRole", "ClusterRoleBinding"],
    ...["Role", "RoleBinding", "Role", "RoleBinding"],
  ]);
  expect(objects[1]?.subjects).toEqual([
    { apiGroup: "rbac.authorization.k8s.io", kind: "Group", name: "entra-eks-plan" },
  ]);
  expect(run(sample, { format: "kubernetes" })).toEqual({
    code: 2,
    stdout: "",
    stderr: "--format kubernetes prints manifests for one cluster; name its stack with --stack rbac-<cluster>\n",
  });
});

test("a stack that is not there is refused, with the one that was meant", () => {
  expect(run(sample, { stack: ["rbac-prd"] })).toEqual({
    code: 2,
    stdout: "",
    stderr: '--stack must name a stack of the access file, got "rbac-prd"; did you mean "rbac-prod"?\n',
  });
});

test("a file with mistakes has no permissions", () => {
  expect(run("tenant: x").code).toBe(1);
});

test.each(generatedPages)("what %s says of permissions is what the program prints: else npm run docs", (page) => {
  expect(readFileSync(join(root, page), "utf8")).toBe(regenerated(page));
});
