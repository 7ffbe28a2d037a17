import { synthesize } from "../../../main";
import { accessOf, withTenant } from "../../access-text";
import { Operator, runsOf } from "./operator";

const text = ({ members = "ada@contoso.com", role = "view", stages = ["canary", "wide"] } = {}) =>
  withTenant(`
groups: { devs: { members: [${members}] } }
clusters:
${stages
  .map(
    (stage, index) => `  c${String(index)}:
    eks: { name: c${String(index)}-eks, region: eu-central-1 }
    grants: [{ group: devs, clusterRole: ${role} }]
${stage === "" ? "" : `    stage: ${stage}`}`,
  )
  .join("\n")}
`);

let operator: Operator;
beforeEach(() => (operator = new Operator()));
afterEach(() => {
  operator.end();
});

test("a stage is deployed with what all clusters share, and no other cluster", async () => {
  const { code, log } = await operator.write(text()).deploy({ stage: "canary" });
  expect({ code, applied: runsOf(log, "apply").sort() }).toEqual({
    code: 0,
    applied: ["apply eks-c0", "apply login", "apply people", "apply rbac-c0"],
  });
});

test("a stage leaves the OpenShift clusters of other stages alone, their secrets too", async () => {
  const openshift = `
  ocp:
    openshift: { kubeconfig: kubeconfig, context: ocp, domain: apps.ocp.contoso.com, signIn: oauth }
    stage: wide
`;
  operator.write(text().replace("\n  c1:", `${openshift}  c1:`));
  const { code, log } = await operator.deploy({ stage: "canary" });
  expect({ code, applied: runsOf(log, "apply").sort() }).toEqual({
    code: 0,
    applied: ["apply eks-c0", "apply login", "apply people", "apply rbac-c0"],
  });
  const wide = await operator.deploy({ stage: "wide" });
  expect(runsOf(wide.log, "apply")).toContain("apply openshift-ocp");
});

test("destroying a stage leaves what all clusters share, and other clusters", async () => {
  await operator.write(text()).deploy();
  const { code, stdout } = await operator.destroy({ stage: "canary" });
  expect(code).toBe(0);
  expect(stdout).toContain("2 stacks destroyed.");
  const left = (stack: string) => operator.state(stack).resources.length > 0;
  expect(["people", "login", "eks-c1", "rbac-c1"].map(left)).toEqual([true, true, true, true]);
  expect(["eks-c0", "rbac-c0"].map(left)).toEqual([false, false]);
});

test("what changes in a shared stack is told to reach every stage, and only then", async () => {
  await operator.write(text()).deploy();
  const members = await operator.write(text({ members: "bob@contoso.com" })).plan({ stage: "canary" });
  expect(members.stdout).toContain(
    "note: people is shared by all clusters, so what changes there reaches the clusters of every stage, not of canary alone.\n",
  );
  const roles = await operator.write(text({ role: "edit" })).plan({ stage: "canary" });
  expect(roles.stdout).toContain("rbac-c0: 1 to create, 1 to destroy");
  expect(roles.stdout).not.toContain("rbac-c1:");
  expect(roles.stdout).not.toContain("shared by all clusters");
});

test("after a stage the file that its stacks come from is told apart from the others'", async () => {
  await operator.write(text()).deploy();
  await operator.write(text({ role: "edit" })).deploy({ stage: "canary" });
  const { stdout } = await operator.plan();
  expect(stdout).toContain("note: Not all stacks were last deployed from one file");
  expect(stdout).toContain("+ ada@contoso.com may now do more of what ClusterRole edit allows everywhere on c0 and c1");
});

test("people are told what the stage changes, and not what other clusters will have later", async () => {
  await operator.write(text()).deploy();
  const { stdout } = await operator.write(text({ role: "edit" })).plan({ stage: "canary" });
  expect(stdout).toContain("ada@contoso.com may now do more of what ClusterRole edit allows everywhere on c0 (through");
  expect(stdout).toContain("note: c1 is not among these stacks: what the file changes there is not compared.\n");
});

test("an unknown stage is named with the one that was meant, or with those there are", async () => {
  const { code, stderr } = await operator.write(text()).deploy({ stage: "canari" });
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: 'No cluster has the stage "canari"; did you mean "canary"?\n',
  });
  const far = await operator.deploy({ stage: "blue" });
  expect(far.stderr).toBe('No cluster has the stage "blue"; the stages are canary, wide\n');
  const none = await operator.write(text({ stages: ["", ""] })).deploy({ stage: "canary" });
  expect(none.stderr).toBe(
    `No cluster has the stage "canary"; no cluster has one: write stage: canary under a cluster, or name stacks such as 'rbac-*'\n`,
  );
});

test("a stage changes nothing of the Terraform", async () => {
  const { readFileSync } = await import("node:fs");
  const terraform = (stages: string[], name: string) => {
    const outdir = `${operator.folder}/${name}`;
    synthesize({ access: accessOf(text({ stages })), directory: operator.folder }, outdir);
    return readFileSync(`${outdir}/stacks/rbac-c0/cdk.tf.json`, "utf8");
  };
  await Promise.resolve();
  expect(terraform(["canary"], "one")).toBe(terraform([""], "two"));
});
