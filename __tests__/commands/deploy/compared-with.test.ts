import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { recordedFile } from "../../../commands/deploy/deployed-file";
import { DeploymentRecords } from "../../../commands/deploy/deployment-record";
import { accessOf, withTenant } from "../../access-text";
import { Operator } from "./operator";

const text = ({ members = "ada@contoso.com", c0 = "view", c1 = "view" } = {}) =>
  withTenant(`
groups: { devs: { members: [${members}] } }
clusters:
  c0: { eks: { name: c0-eks, region: eu-central-1 }, grants: [{ group: devs, clusterRole: ${c0} }] }
  c1: { eks: { name: c1-eks, region: eu-central-1 }, grants: [{ group: devs, clusterRole: ${c1} }] }
`);
const bob = text({ members: "bob@contoso.com" });
const fails = { "apply people": "Throttled" };

let operator: Operator;
beforeEach(() => (operator = new Operator()));
afterEach(() => {
  operator.end();
});

test("after a deployment that failed people are told again what it did not come to", async () => {
  await operator.write(text()).deploy();
  expect((await operator.write(bob, { fails }).deploy()).code).toBe(1);
  const { stdout } = await operator.write(bob).plan();
  expect(stdout).toContain("1 person gains access, and 1 person loses access.\n+ bob@contoso.com may now");
  await operator.deploy();
  expect((await operator.plan()).stdout).toMatch(/^Nothing has changed since this was deployed: nobody gains/);
});

test("after a first deployment that failed nobody is told that nobody gains access", async () => {
  expect((await operator.write(text(), { fails }).deploy()).code).toBe(1);
  const { stdout } = await operator.write(text()).plan();
  expect(stdout).toMatch(/^The first deployment has not come to its end: everybody in the file gains access/);
  await operator.deploy();
  expect((await operator.deploy({ changed: true })).log).toEqual([]);
});

test("somebody else's deployment is told also where the file is another", async () => {
  await operator.write(text()).deploy();
  operator.touchState("people");
  const { stdout } = await operator.write(bob).plan();
  expect(stdout).toContain("+ bob@contoso.com may now");
  expect(stdout).toContain("note: Something else has deployed since");
});

test("with --changed, what is deployed is not told again the next time", async () => {
  await operator.write(text()).deploy();
  await operator.write(bob).deploy({ changed: true });
  expect((await operator.plan()).stdout).not.toContain("bob@contoso.com");
  const { stdout } = await operator.write(text({ members: "bob@contoso.com", c0: "edit" })).plan({ changed: true });
  expect(stdout).toContain("+ bob@contoso.com may now do more of what ClusterRole edit allows everywhere on c0");
  expect(stdout).not.toContain("ada@contoso.com");
});

test("a stack alone gives nobody what another one has to be deployed for", async () => {
  await operator.write(text()).deploy();
  const other = `${text({ members: "bob@contoso.com", c0: "edit" })}login: { name: Other }\n`;
  const login = await operator.write(other).plan({ stacks: ["login", "eks-c0"] });
  expect(login.stdout).toContain("nobody gains or loses access.\n");
  expect(login.stdout).toContain("note: people is not among these stacks: what the file changes in groups is not");
  expect(login.stdout).toContain("note: c0 is not among these stacks: what the file changes there is not compared.");
  const rbac = await operator.plan({ stacks: ["rbac-c0"] });
  expect(rbac.stdout).toContain("+ ada@contoso.com may now do more of what ClusterRole edit allows everywhere on c0");
  expect(rbac.stdout).not.toContain("bob@contoso.com");
});

test("what was destroyed is gained again", async () => {
  await operator.write(text()).deploy();
  await operator.destroy({ stacks: ["rbac-c1"] });
  const { stdout } = await operator.plan();
  expect(stdout).toContain("1 person gains access, and nobody loses access.\n+ ada@contoso.com may now");
  expect(stdout).toContain("on c1 (through devs)");
});

test("another access file in the same folder is not compared with what the first has deployed elsewhere", () => {
  const at = (prefix: string) => {
    const backend = `backend: { type: s3, bucket: states, region: eu-central-1, prefix: ${prefix}/ }\n`;
    return new DeploymentRecords({ access: accessOf(withTenant(backend)), directory: operator.folder });
  };
  const record = { format: 1, release: "1.0.0", terraform: "", deployedAt: "", configuration: "" } as const;
  const place = "s3://states/one/people.tfstate";
  at("one").keep("people", { ...record, providers: {}, inputs: "", place, state: null, unfinished: null }, text());
  expect(at("one").stacks()).toEqual(["people"]);
  expect(recordedFile(at("one"), ["people"], ["people"], false)?.text).toBe(text());
  expect(at("two").stacks()).toEqual([]);
  expect(recordedFile(at("two"), ["people"], ["people"], false)).toBeUndefined();
});

test("what was merged and never deployed is told, though both files have it", async () => {
  await operator.write(text()).deploy();
  const main = join(operator.folder, "main.yaml");
  // Merged, and its deployment was rejected: the next change is compared with it.
  writeFileSync(main, bob);
  const { stdout } = await operator.write(text({ members: "bob@contoso.com", c1: "edit" })).plan({ against: main });
  expect(stdout).not.toContain("may now do what");
  expect(stdout).toContain(
    "\nnote: Terraform also changes what both files have alike: people azuread_group.devs. It was not deployed, or somebody has changed it since. Who gains and loses by that is not told above.\n",
  );
});

test("nothing of that is said where the plan is what both files say", async () => {
  await operator.write(text()).deploy();
  for (const next of [bob, text({ c0: "edit" }), text({ members: "bob@contoso.com", c1: "admin" })]) {
    const { stdout } = await operator.write(next).plan();
    expect(stdout).toContain("Compared with the file deployed");
    expect(stdout).not.toContain("have alike");
  }
});
