import { withTenant } from "../../access-text";
import { Operator, runsOf } from "./operator";

const text = ({ members = "ada@contoso.com", role = "view", ops = "", name = "EKS login", c1 = true } = {}) =>
  withTenant(`
groups:
  devs: { members: [${members}] }
${ops === "" ? "" : "  ops: {}"}
clusters:
  c0:
    eks: { name: c0-eks, region: eu-central-1 }
    grants: [{ group: devs, clusterRole: ${role} }${ops}]
${c1 ? `  c1:\n    eks: { name: c1-eks, region: eu-central-1 }\n    grants: [{ group: devs, clusterRole: view }]` : ""}
login: { name: ${name} }
`);

let operator: Operator;
beforeEach(async () => {
  operator = new Operator();
  await operator.write(text()).deploy();
});
afterEach(() => {
  operator.end();
});

const changed = async () => {
  const run = await operator.deploy({ changed: true });
  return { ...run, applied: runsOf(run.log, "apply"), planned: runsOf(run.log, "plan") };
};

test("deployed twice, the second time runs nothing, and says how many stacks are as deployed", async () => {
  const { code, log, stdout } = await changed();
  expect({ code, log }).toEqual({ code: 0, log: [] });
  expect(stdout).toContain("6 stacks are as deployed: login, people, eks-c0, eks-c1, rbac-c0, rbac-c1\n");
});

test("a member's change runs people alone", async () => {
  operator.write(text({ members: "ada@contoso.com, bob@contoso.com" }));
  const { code, log, stdout } = await changed();
  expect({ code, log }).toEqual({ code: 0, log: ["plan people", "apply people", "applied people"] });
  expect(stdout).toContain("people: 1 to change (its Terraform is another)");
});

test("another output of login runs the clusters that read it, and nothing else", async () => {
  operator.write(text({ name: "Other" }), { outputs: { login: { client_id: "another" } } });
  const { code, applied } = await changed();
  expect({ code, applied: applied.sort() }).toEqual({
    code: 0,
    applied: ["apply eks-c0", "apply eks-c1", "apply login"],
  });
});

test("login changes, but no output of it: no cluster runs", async () => {
  operator.write(text({ name: "Other" }));
  expect((await changed()).planned).toEqual(["plan login"]);
});

test("a new group runs the cluster that grants it something, and no other", async () => {
  operator.write(text({ ops: ", { group: ops, clusterRole: view }" }));
  expect((await changed()).applied.sort()).toEqual(["apply people", "apply rbac-c0"]);
});

test("another output in a state, by whomever, runs its readers", async () => {
  operator.write(text({ name: "Other" }), { outputs: { login: { client_id: "another" } } });
  await operator.deploy({ stacks: ["login"] });
  const { planned } = await changed();
  expect(planned.sort()).toEqual(["plan eks-c0", "plan eks-c1"]);
});

test("a state that something else has changed runs its stack", async () => {
  operator.touchState("eks-c1");
  const { planned, stdout } = await changed();
  expect(planned).toEqual(["plan eks-c1"]);
  expect(stdout).toContain("note: Something else has deployed since");
  expect((await changed()).planned).toEqual([]);
});

test("a failed apply runs again, with what comes after it", async () => {
  operator.write(text({ members: "bob@contoso.com" }), { fails: { "apply people": "No" } });
  expect((await changed()).code).toBe(1);
  operator.write(text({ members: "bob@contoso.com" }));
  expect((await changed()).applied).toEqual(["apply people"]);
});

test("an apply that was killed before it wrote its state runs again, also if the file is changed back", async () => {
  operator.write(text({ members: "bob@contoso.com" }), { dies: ["people"] });
  const { code, stdout } = await changed();
  expect(code).toBe(1);
  expect(stdout).toContain("Terraform ended with a signal.");
  operator.write(text());
  expect((await changed()).planned).toEqual(["plan people"]);
});

test("a file that is changed and changed back before it is deployed runs nothing; after that it does", async () => {
  operator.write(text({ role: "edit" }));
  await operator.plan();
  operator.write(text());
  expect((await changed()).log).toEqual([]);
  operator.write(text({ role: "edit" }));
  expect((await changed()).applied).toEqual(["apply rbac-c0"]);
  operator.write(text());
  expect((await changed()).applied).toEqual(["apply rbac-c0"]);
});

test("another version of a provider runs the stacks that have it", async () => {
  const { readFileSync, writeFileSync } = await import("node:fs");
  const lock = `${operator.folder}/cdktf.out/stacks/rbac-c1/.terraform.lock.hcl`;
  writeFileSync(lock, readFileSync(lock, "utf8").replaceAll("1.0.0", "1.0.1"));
  expect((await changed()).planned).toEqual(["plan rbac-c1"]);
});

test("without its lock file a stack runs, as nobody knows with which providers", async () => {
  const { rmSync } = await import("node:fs");
  rmSync(`${operator.folder}/cdktf.out/stacks/rbac-c1/.terraform.lock.hcl`);
  expect((await changed()).log).toEqual(["init rbac-c1", "plan rbac-c1"]);
});

test("another Terraform runs everything", async () => {
  operator.write(text(), { version: "1.12.0" });
  expect((await changed()).planned).toHaveLength(6);
});

test("a lock that a killed run has left runs its stack", async () => {
  const { writeFileSync } = await import("node:fs");
  writeFileSync(`${operator.folder}/state/.people.tfstate.lock.info`, "{}");
  expect((await changed()).planned).toEqual(["plan people"]);
});

test("what was deployed in part, with -target in TF_CLI_ARGS, runs again", async () => {
  operator.write(text({ members: "bob@contoso.com" }), { warns: { people: "Resource targeting is in effect" } });
  await changed();
  expect((await changed()).planned).toEqual(["plan people"]);
  operator.write(text({ members: "bob@contoso.com" }));
  await changed();
  expect((await changed()).planned).toEqual([]);
});

test("whom Entra did not know may be there now: people runs again", async () => {
  const outputs = { people: { unknown_members: ["bob@contoso.com"] } };
  operator.write(text({ members: "bob@contoso.com" }), { outputs });
  await changed();
  expect((await changed()).planned).toEqual(["plan people"]);
});

test("a stack that was destroyed runs again", async () => {
  await operator.destroy({ stacks: ["eks-c1"] });
  expect((await changed()).applied).toEqual(["apply eks-c1"]);
});

test("a broken record is none", async () => {
  const { writeFileSync } = await import("node:fs");
  writeFileSync(`${operator.folder}/state/deployed/people.json`, "{");
  expect((await changed()).planned).toEqual(["plan people"]);
});

test("the records hold no more access files than there are different ones, for their owner alone", async () => {
  const { readdirSync, statSync } = await import("node:fs");
  operator.write(text({ members: "bob@contoso.com" }));
  await operator.deploy({ stacks: ["people"] });
  const folder = `${operator.folder}/state/deployed`;
  const files = () => readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  expect(files()).toHaveLength(2);
  await operator.deploy();
  expect(files()).toHaveLength(1);
  expect(statSync(folder).mode & 0o077).toBe(0);
});
