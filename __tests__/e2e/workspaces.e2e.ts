import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inTerraform } from "../../commands/workspaces/terraform";
import { workspacesOf } from "../../model/workspaces/workspace";
import { bareEnvironment } from "../../sandbox/terraform/environment";
import { cliConfiguration, findMirrors, providersIn } from "../../sandbox/terraform/provider-mirrors";
import { terraform } from "../../sandbox/terraform/terraform";
import { findTerraform } from "../../sandbox/terraform/version";
import { accessOf } from "../access-text";
import { everything } from "../model/workspaces/everything";
import { synthesizedOrder } from "../model/workspaces/synthesized-order";
import { unbroken } from "./stack-by-hand";
import { realTest } from "./world";

const tfe = "registry.terraform.io/hashicorp/tfe";
const found = findTerraform(process.env, "terraform");
const mirrors = findMirrors(process.env);
const real = realTest([
  ...("missing" in found ? [found.missing] : []),
  ...(mirrors.some((mirror) => providersIn(mirror).has(tfe)) ? [] : ["no mirror here has the provider tfe"]),
]);

const place = { hostname: "app.terraform.io", organization: "contoso", project: "access", prefix: "entra-" };
const all = workspacesOf(accessOf(everything), place);
const { program, stacks } = synthesizedOrder(
  `${everything}backend: { type: cloud, organization: contoso, prefix: entra- }\n`,
);

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "entra-eks-e2e-"))));
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const write = (text: string) => {
  writeFileSync(join(folder, "main.tf"), text);
};

async function run(...args: readonly string[]) {
  const configuration = join(folder, "terraform.rc");
  writeFileSync(configuration, cliConfiguration(mirrors));
  const env = { ...bareEnvironment(process.env), TF_CLI_CONFIG_FILE: configuration, CHECKPOINT_DISABLE: "1" };
  const { status, output } = await terraform(folder, args, { binary: "missing" in found ? "" : found.binary, env });
  return { status, output: unbroken(output) };
}

real("the provider takes the Terraform of workspaces, and refuses an argument that is misspelt", async () => {
  const text = inTerraform(all, place, ["a note"]);
  write(text);
  expect(await run("fmt", "-check")).toMatchObject({ status: 0 });
  expect(await run("init", "-input=false")).toMatchObject({ status: 0 });
  expect((await run("validate")).output).toContain("Success! The configuration is valid.");
  write(text.replace("remote_state_consumer_ids", "remote_state_consumers"));
  expect((await run("validate")).output).toContain('An argument named "remote_state_consumers" is not expected here');
});

const idOf = (stack: string) => `ws-${String(all.findIndex((one) => one.stack === stack)).padStart(16, "0")}`;

/** A mocked HCP Terraform: only the IDs of workspaces are ours, as the provider looks at them. */
const mocked = [
  'mock_provider "tfe" {}',
  ...all.map(
    ({ stack }) =>
      `override_resource {\n  target = tfe_workspace.stack["${stack}"]\n  values = { id = "${idOf(stack)}" }\n}`,
  ),
  `variables {
  azure_client_ids = { "*" = { plan = "reader", apply = "writer" }, login = { plan = "own", apply = "own" } }
  aws_role_arns    = { "*" = { plan = "reader", apply = "writer" } }
  repository       = { identifier = "contoso/access", github_app_installation_id = "ghain-1" }
}`,
].join("\n");

const equal = (actual: string, expected: unknown) => `  assert {
    condition     = jsonencode(${actual}) == jsonencode(${JSON.stringify(expected)})
    error_message = jsonencode(${actual})
  }`;

real(
  "applied to a mocked HCP Terraform, states are shared and runs triggered as the synthesized JSON says",
  async () => {
    const readers = (name: unknown) =>
      Object.keys(stacks).filter((stack) => stacks[stack]?.reads.includes(String(name)));
    const shared = Object.fromEntries(
      Object.entries(stacks).map(([stack, { workspace }]) => [stack, readers(workspace).map(idOf).sort()]),
    );
    const triggers = Object.entries(program.dependencies).flatMap(([stack, before]) =>
      stacks[stack]?.needsMachine === true ? [] : before.map((source) => `${idOf(stack)} ${idOf(source)}`),
    );
    const remote = Object.keys(stacks).filter((stack) => stacks[stack]?.needsMachine === false);
    write(inTerraform(all, place, []));
    writeFileSync(
      join(folder, "workspaces.tftest.hcl"),
      `${mocked}
run "apply" {
${equal("{ for stack, one in tfe_workspace_settings.stack : stack => sort(one.remote_state_consumer_ids) }", Object.fromEntries(Object.entries(shared).sort()))}
${equal('sort([for one in tfe_run_trigger.stack : "${one.workspace_id} ${one.sourceable_id}"])', triggers.sort())}
${equal('sort([for stack, one in tfe_workspace_settings.stack : stack if one.execution_mode == "remote" && !one.global_remote_state])', remote.sort())}
${equal("sort([for stack, one in tfe_workspace.stack : stack if length(one.vcs_repo) == 1])", remote.sort())}
${equal('tfe_variable.identity["login TFC_AZURE_PLAN_CLIENT_ID"].value', "own")}
${equal('tfe_variable.identity["people TFC_AZURE_PLAN_CLIENT_ID"].value', "reader")}
${equal('tfe_variable.identity["eks-abroad TFC_AWS_RUN_ROLE_ARN"].value', "writer")}
${equal(
  "output.subjects.people",
  ["plan", "apply"].map((phase) => `organization:contoso:project:access:workspace:entra-people:run_phase:${phase}`),
)}
${equal("tfe_workspace_run.people[0].workspace_id", idOf("people"))}
}
run "without_roles" {
  command   = plan
  variables { aws_role_arns = {} }
  expect_failures = [data.tfe_project.place]
}
run "by_agents" {
  command = plan
  variables { agent_pool_id = "apool-1" }
${equal('sort([for stack, one in tfe_workspace_settings.stack : stack if one.execution_mode == "agent" && one.agent_pool_id == "apool-1"])', remote.sort())}
}
run "by_cli" {
  command = plan
  variables { repository = null }
${equal("[length(tfe_workspace_run.people), length([for one in tfe_workspace.stack : one if length(one.vcs_repo) > 0])]", [0, 0])}
}
`,
    );
    expect(await run("init", "-input=false")).toMatchObject({ status: 0 });
    expect((await run("test")).output).toContain("Success! 4 passed, 0 failed.");
  },
);
