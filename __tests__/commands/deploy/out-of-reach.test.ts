import { readFileSync, writeFileSync } from "node:fs";
import { outOfReach } from "../../../commands/deploy/out-of-reach";
import { stateOf } from "../../../config/states/state";
import { withTenant } from "../../access-text";
import { shape, shapes } from "../../secret-shapes-text";
import { synth } from "../../synth";
import { Operator } from "./operator";

const holding = (...types: readonly string[]) => {
  const resources = types.map((type) => ({ mode: "managed", type, name: "client", instances: [{}] }));
  return stateOf(JSON.stringify({ version: 4, resources }), "state");
};
const configuration = (text: string, stack: string) => JSON.stringify(synth(text).stack(stack));

test("a stack is not run while its state holds what only a provider reaches that it has no more, wherever states are kept", () => {
  const elsewhere = `${shape("ephemeral", true)}backend: { type: s3, bucket: states, region: eu-central-1 }\n`;
  const inAws = configuration(elsewhere, "client-web");
  const types = ["azuread_application_password", "kubernetes_secret_v1"];
  expect(outOfReach("client-web", inAws, holding(...types))).toEqual({
    stack: "client-web",
    advice:
      "The state of client-web still holds kubernetes_secret_v1.client, which its Terraform does not reach any more. Put the access file back as it was, run npx entra-eks destroy client-web, then change it.",
    terraform: "Not run: the provider kubernetes is not configured.",
  });
  expect(outOfReach("client-web", inAws, undefined)).toBeUndefined();
});

test("what Entra holds is reached without a provider block: the environment names the tenant", () => {
  const login = configuration(withTenant("directory: { lookup: each }\n"), "login");
  expect(JSON.parse(login)).not.toHaveProperty("provider.msgraph");
  expect(outOfReach("login", login, holding("msgraph_resource"))).toBeUndefined();
});

test.each(shapes)("every stack of a file reaches what it makes itself (%#)", (text) => {
  for (const [name, block] of Object.entries(synth(text).stacks)) {
    const types = Object.keys(block["resource"] ?? {});
    expect(outOfReach(name, JSON.stringify(block), holding(...types))).toBeUndefined();
  }
});

const text = (credentials: string) =>
  withTenant(`
groups: { devs: { members: [ada@contoso.com] } }
clusters:
  c0:
    eks: { name: c0-eks, region: eu-central-1, credentials: ${credentials} }
    grants: [{ group: devs, clusterRole: view }]
`);

test("plan, deploy and destroy refuse it before Terraform is begun, and other stacks go on", async () => {
  const operator = new Operator();
  try {
    await operator.write(text("ephemeral")).deploy();
    const path = operator.statePath("rbac-c0");
    const state = readFileSync(path, "utf8");
    writeFileSync(path, state.replace(/"type":"kubernetes_\w+"/, '"type":"aws_secretsmanager_secret"'));
    operator.write(text("{ kubeconfig: config, context: c0 }"));
    const advice =
      /^The state of rbac-c0 still holds aws_secretsmanager_secret\.[\w-]+, which .*, run npx entra-eks destroy rbac-c0, then change it\.$/m;
    const planned = await operator.plan();
    expect([planned.code, planned.log]).toEqual([1, expect.not.arrayContaining(["plan rbac-c0"])]);
    expect(planned.log).toContain("plan people");
    expect(planned.stdout).toMatch(advice);
    const deployed = await operator.deploy();
    expect([deployed.code, deployed.log]).toEqual([1, expect.not.arrayContaining(["plan rbac-c0"])]);
    expect(deployed.stdout).toMatch(advice);
    const destroyed = await operator.destroy();
    expect([destroyed.code, destroyed.log]).toEqual([1, expect.not.arrayContaining(["plan rbac-c0"])]);
    expect(destroyed.stderr).toMatch(advice);
    expect(destroyed.stderr).toContain("Nothing was destroyed.");
  } finally {
    operator.end();
  }
});
