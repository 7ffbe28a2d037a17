import { workspaces, type WorkspacesOptions } from "../../commands/workspaces";
import { workspacesFormats } from "../../commands/workspaces/formats";
import { everything } from "../model/workspaces/everything";
import { synthesizedOrder } from "../model/workspaces/synthesized-order";
import { withGrants } from "../access-text";
import { printed } from "./printed";

const cloud = `${everything}backend: { type: cloud, organization: contoso, project: access, prefix: entra- }\n`;
const local = withGrants("[{ group: devs, clusterRole: view }]");
const run = (text: string, options: Partial<WorkspacesOptions> = {}) =>
  printed({ "access.yaml": text }, (file) => workspaces({ file, format: "table", ...options }));

test.each(workspacesFormats)("%s is printed to stdout, and names every workspace", (format) => {
  const { code, stdout, stderr } = run(cloud, { format });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const { stacks } = synthesizedOrder(cloud);
  expect(Object.values(stacks).filter(({ workspace }) => !stdout.includes(String(workspace)))).toEqual([]);
});

test("every format says why no workspace has dynamic credentials for Kubernetes, and what runs on your machine", () => {
  for (const format of workspacesFormats) {
    const { stdout } = run(cloud, { format });
    expect(stdout).toContain(
      "They would need the one OIDC provider that an EKS cluster takes, and your people sign in through that one. rbac-prod, rbac-abroad, portal, client-headlamp: ",
    );
    expect(stdout).toContain("rbac-plugin runs on your machine, because a runner does not have the AWS CLI.");
  }
});

test("every format says which secrets Red Hat's provider reads, and of which stack alone", () => {
  for (const format of workspacesFormats) {
    const { stdout } = run(cloud, { format });
    expect(stdout).toContain(
      "openshift-classic signs in at Red Hat, where HCP Terraform has no dynamic credentials: its workspace needs sensitive environment variables: RHCS_CLIENT_ID and RHCS_CLIENT_SECRET, or RHCS_TOKEN.",
    );
    expect(stdout.match(/signs in at Red Hat/g)).toHaveLength(1);
  }
});

test("the table shows what a workspace starts after, who reads its state, and its identities", () => {
  const lines = run(cloud).stdout.split("\n");
  const row = (name: string) =>
    lines
      .find((line) => line.includes(` ${name} `))
      ?.split("│")
      .slice(2, -1)
      .map((cell) => cell.trim());
  expect(row("entra-users")).toEqual(["entra-users", "–", "leavers", "Entra: plan, apply"]);
  expect(row("entra-leavers")).toEqual(["entra-leavers", "users, people, attributes", "–", "Entra: plan, apply"]);
  expect(row("entra-eks-abroad")).toEqual(["entra-eks-abroad", "login", "–", "AWS: one for both"]);
  expect(row("entra-rbac-kind")).toEqual(["entra-rbac-kind", "people", "–", "none: runs on your machine"]);
});

test("the table names the subject of each phase, and each variable once", () => {
  const { stdout } = run(cloud);
  expect(stdout).toContain("organization:contoso:project:access:workspace:<workspace>:run_phase:plan\n");
  expect(stdout).toContain("organization:contoso:project:access:workspace:<workspace>:run_phase:apply\n");
  expect(stdout.match(/TFC_AZURE_PLAN_CLIENT_ID/g)).toHaveLength(1);
});

test("in Terraform each first run waits for the first runs of the stacks that the synthesized JSON names", () => {
  const { program, stacks } = synthesizedOrder(cloud);
  const { stdout } = run(cloud, { format: "terraform" });
  const runs = [...stdout.matchAll(/resource "tfe_workspace_run" "(.*)" \{[^]*?depends_on = \[(.*)\]/g)];
  const waits = runs.map(([, stack = "", after = ""]) => [
    stack,
    [...after.matchAll(/tfe_workspace_run\.([\w-]+)/g)].map(([, other]) => other).sort(),
  ]);
  const remote = Object.entries(program.dependencies).filter(([stack]) => stacks[stack]?.needsMachine === false);
  expect(Object.fromEntries(waits)).toEqual(
    Object.fromEntries(remote.map(([stack, before]) => [stack, [...before].sort()])),
  );
});

test("a file that keeps its states elsewhere is refused, unless an organization is named", () => {
  expect(run(local)).toEqual({
    code: 2,
    stdout: "",
    stderr:
      "workspaces keep states in HCP Terraform, and the backend of this file is local; write backend: { type: cloud, organization: …, prefix: entra-eks- }, or name an organization with --organization to see what they would be\n",
  });
  const { code, stdout } = run(local, { organization: "contoso" });
  expect(code).toBe(0);
  expect(stdout).toContain(
    "Before you deploy, write backend: { type: cloud, organization: contoso, project: Default Project, prefix: entra-eks- } into the access file.",
  );
});

test.each([
  [{ organization: "fabrikam" }, '--organization must be contoso, as backend in the access file says, got "fabrikam"'],
  [{ project: "other" }, '--project must be access, as backend in the access file says, got "other"'],
])("%o contradicts the file, and is refused", (options, message) => {
  const { code, stderr } = run(cloud, options);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
});

test.each([
  [{ organization: "con toso" }, "--organization must be an organization's name: letters, digits, - and _\n"],
  [
    { organization: "contoso", project: "a" },
    "--project must be a project's name: 3 to 40 letters, digits, spaces, - and _, no space at either end\n",
  ],
])("%o is no name, and is refused", (options, message) => {
  expect(run(local, options)).toEqual({ code: 2, stdout: "", stderr: message });
});

test("HCP Terraform does not run OpenTofu, so a file that says so is refused", () => {
  expect(run(`${cloud}terraform: { flavour: opentofu }\n`)).toEqual({
    code: 2,
    stdout: "",
    stderr: "HCP Terraform runs Terraform, and this file has terraform.flavour: opentofu\n",
  });
});

test("a project that the file does not name comes from the command line", () => {
  const text = `${local}backend: { type: cloud, organization: contoso, prefix: entra- }\n`;
  expect(run(text, { project: "access" }).stdout).toContain("organization:contoso:project:access:");
  expect(run(text).stdout).toContain("organization:contoso:project:Default Project:");
});

test("with --json, what is refused is JSON too", () => {
  expect(JSON.parse(run(local, { format: "json" }).stderr)).toEqual({
    error: expect.stringContaining("workspaces keep states in HCP Terraform") as string,
  });
});
