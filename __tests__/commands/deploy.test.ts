import { synthesize } from "../../main";
import { accessOf, withTenant } from "../access-text";
import { Operator, runsOf } from "./deploy/operator";

const text = ({ members = "ada@contoso.com", role = "view", groups = "", more = "", name = "EKS login" } = {}) =>
  withTenant(`
groups:
  devs: { members: [${members}] }
${groups}
clusters:
  c0:
    eks: { name: c0-eks, region: eu-central-1 }
    grants: [{ group: devs, clusterRole: ${role} }]
  c1:
    eks: { name: c1-eks, region: eu-central-1 }
    grants: [{ group: devs, clusterRole: view }]
login: { name: ${name} }
${more}
`);

let operator: Operator;
beforeEach(() => (operator = new Operator()));
afterEach(() => {
  operator.end();
});

test("the first deployment goes through every stack, each after those that it reads from", async () => {
  const { code, stdout, log } = await operator.write(text()).deploy();
  expect(code).toBe(0);
  expect(stdout).toContain("Nothing of this is deployed yet");
  expect(stdout).toContain("rbac-c0: planned once people is deployed");
  expect(stdout).toContain("6 stacks deployed.");
  const at = (line: string) => log.indexOf(line);
  expect(runsOf(log, "apply").sort()).toEqual(
    ["eks-c0", "eks-c1", "login", "people", "rbac-c0", "rbac-c1"].map((stack) => `apply ${stack}`),
  );
  for (const cluster of ["c0", "c1"]) {
    expect(at(`plan rbac-${cluster}`)).toBeGreaterThan(at("applied people"));
    expect(at(`plan eks-${cluster}`)).toBeGreaterThan(at("applied login"));
  }
});

test("what is planned is what is applied: no second plan where nothing that a stack reads has changed", async () => {
  await operator.write(text()).deploy();
  const { log } = await operator.write(text({ members: "ada@contoso.com, bob@contoso.com", role: "edit" })).deploy();
  expect(runsOf(log, "plan").filter((line) => line === "plan rbac-c0")).toHaveLength(1);
  expect(runsOf(log, "apply")).toEqual(["apply people", "apply rbac-c0"]);
});

test("who gains and who loses stands above what Terraform does", async () => {
  await operator.write(text()).deploy();
  const { stdout } = await operator.write(text({ members: "bob@contoso.com" })).plan();
  expect(stdout).toMatch(
    /^Compared with the file deployed 20\d\d-.* UTC, 1 person gains access, and 1 person loses access\.\n\+ bob@contoso\.com may now .*\n- ada@contoso\.com may no longer .*\n\npeople: 1 to change\n {4}~ azuread_group\.devs\n/,
  );
});

test("where no deployment is recorded, that is said, and --against takes the file", async () => {
  await operator.write(text()).deploy();
  const { rmSync, writeFileSync } = await import("node:fs");
  rmSync(`${operator.folder}/state/deployed`, { recursive: true });
  operator.write(text({ members: "bob@contoso.com" }));
  const unknown = await operator.plan();
  expect(unknown.stderr).toContain("Which access file is deployed is not known here");
  expect(unknown.stdout).not.toContain("Compared with");
  writeFileSync(`${operator.folder}/old.yaml`, text());
  const { stdout } = await operator.plan({ against: `${operator.folder}/old.yaml` });
  expect(stdout).toMatch(/^Compared with .*old\.yaml, 1 person gains access, and 1 person loses access\./);
});

test("a new cluster alone is compared with the file that the other stacks come from", async () => {
  await operator.write(text()).deploy();
  const cluster =
    "\n  c2:\n    eks: { name: c2-eks, region: eu-central-1 }\n    grants: [{ group: devs, clusterRole: view }]";
  const more = text().replace("\nlogin:", `${cluster}\nlogin:`);
  const { stdout } = await operator.write(more).plan({ stacks: ["rbac-c2", "eks-c2"] });
  expect(stdout).toMatch(/^Compared with the file deployed .* gain access, and nobody loses access\./);
  expect(stdout).toContain("on c2 (through devs)");
});

test("plan applies nothing", async () => {
  const { code, log } = await operator.write(text()).plan();
  expect({ code, applied: runsOf(log, "apply") }).toEqual({ code: 0, applied: [] });
});

test("without a terminal, and without --yes, nothing begins", async () => {
  const { code, stderr, log } = await operator.write(text()).deploy({ yes: false });
  expect({ code, log }).toEqual({ code: 2, log: [] });
  expect(stderr).toBe(
    "deploy asks before it changes anything, and here is no terminal to ask on. Add --yes, and let somebody look at npx entra-eks plan first.\n",
  );
});

test.each([
  [
    "TF_WORKSPACE",
    "other",
    "TF_WORKSPACE is other, so Terraform looks for every state in another place than this program",
  ],
  ["TF_DATA_DIR", "/tmp/one", "TF_DATA_DIR is one folder for all stacks"],
])("where %s names another state, nothing begins", async (name, value, sentence) => {
  Object.assign(operator.env, { [name]: value });
  const { code, stderr, log } = await operator.write(text()).deploy();
  expect({ code, log }).toEqual({ code: 2, log: [] });
  expect(stderr).toContain(sentence);
  expect(stderr).toContain(`: unset ${name}\n`);
});

test("an unknown stack is named, with the one that was meant", async () => {
  const { code, stderr } = await operator.write(text()).deploy({ stacks: ["poeple"] });
  expect({ code, stderr }).toEqual({ code: 2, stderr: 'There is no stack "poeple"; did you mean "people"?\n' });
});

test("a stack alone is not refused; one that reads from what is not deployed is, in one sentence", async () => {
  const refused = await operator.write(text()).deploy({ stacks: ["rbac-c0"] });
  expect(refused).toMatchObject({
    code: 2,
    stderr:
      "rbac-c0 reads from people, which is not deployed. Deploy them together: npx entra-eks deploy people rbac-c0\n",
  });
  expect((await operator.deploy({ stacks: ["people"] })).code).toBe(0);
  const { code, log } = await operator.deploy({ stacks: ["rbac-c0"] });
  expect({ code, applied: runsOf(log, "apply") }).toEqual({ code: 0, applied: ["apply rbac-c0"] });
});

test("patterns and names in braces are taken as cdktf takes them", async () => {
  await operator.write(text()).deploy();
  const { log } = await operator.plan({ stacks: ["{users,people}", "rbac-*"] });
  expect(runsOf(log, "plan").sort()).toEqual(["plan people", "plan rbac-c0", "plan rbac-c1"]);
});

test("after a failure what depends on it is not run, the rest is, and Terraform's words are told once without secrets", async () => {
  process.env["ARM_CLIENT_SECRET"] = "s3cret-of-the-deployer";
  const fails = { "apply people": "Could not do it\nPOST /groups: client s3cret-of-the-deployer was refused" };
  const { code, stdout, stderr, log } = await operator.write(text(), { fails }).deploy();
  Reflect.deleteProperty(process.env, "ARM_CLIENT_SECRET");
  expect(code).toBe(1);
  expect(runsOf(log, "applied").sort()).toEqual(["applied eks-c0", "applied eks-c1", "applied login"]);
  expect(stdout).toContain("rbac-c0 was not run: people did not succeed");
  expect(stdout.split("Could not do it")).toHaveLength(2);
  expect(stdout).toContain("POST /groups: client (secret) was refused");
  expect(stdout + stderr).not.toContain("s3cret");
  expect(stdout).toContain("3 stacks deployed, 2 stacks not run, 1 stack failed.");
});

test("a stack that cannot be planned holds up what comes after it alone, and says so before anything is applied", async () => {
  await operator.write(text()).deploy();
  const fails = { "plan people": "No rights" };
  const { code, stdout, log } = await operator.write(text({ members: "", name: "Other" }), { fails }).deploy();
  expect(code).toBe(1);
  expect(stdout).toContain("people: cannot be planned\nTerraform on people:\n  Error: No rights\n");
  expect(stdout).toContain("rbac-c1: not run, as it comes after people");
  expect(runsOf(log, "apply")).toEqual(["apply login"]);
});

test("a plan that takes away what was not shown is not applied under --yes", async () => {
  await operator.write(text()).deploy();
  const outputs = { login: { client_id: "another" } };
  operator.write(text({ name: "Other" }), { outputs, replaces: ["eks-c0"] });
  const { code, stdout, stderr, log } = await operator.deploy();
  expect(code).toBe(1);
  expect(stderr).toContain("eks-c0 would take away what was not shown: aws_eks_identity_provider_config.association.");
  expect(stdout).toContain(
    "eks-c0 was not run: its plan takes away what was not shown: aws_eks_identity_provider_config.association. Deploy again: it is shown first then",
  );
  expect(runsOf(log, "apply").sort()).toEqual(["apply eks-c1", "apply login"]);
});

test("what another command writes from another file meanwhile is not deployed", async () => {
  operator.write(text(), { waits: { people: "until released" } });
  const run = operator.deploy();
  while (!operator.log.includes("apply people")) await new Promise((resolve) => setTimeout(resolve, 20));
  synthesize({ access: accessOf(text({ role: "admin" })), directory: operator.folder }, `${operator.folder}/cdktf.out`);
  operator.release("people");
  const { code, stdout, log } = await run;
  expect(runsOf(log, "apply")).toContain("apply rbac-c1");
  expect(runsOf(log, "apply")).not.toContain("apply rbac-c0");
  expect(code).toBe(1);
  expect(stdout).toContain("Another command has written the Terraform of rbac-c0 anew since this one began");
});

test("what follows from another stack's change is foreseen from both files, shown, and then applied under --yes", async () => {
  const more = (issuer: string) =>
    text({ more: "allow: [replace-association]" }).replace("login: {", `login: { issuer: ${issuer}, protect: false,`);
  await operator.write(more("v2")).deploy();
  const outputs = { login: { issuer_url: "another" } };
  operator.write(more("v1"), { outputs, replaces: ["eks-c0", "eks-c1"] });
  const { code, stdout, log } = await operator.deploy();
  expect(stdout).toContain("! The people of c0 are locked out");
  expect(stdout).toContain(
    "eks-c0: planned again after that; foreseen from both files:\n  -/+ aws_eks_identity_provider_config.association\n",
  );
  expect({ code, applied: runsOf(log, "apply").sort() }).toEqual({
    code: 0,
    applied: ["apply eks-c0", "apply eks-c1", "apply login"],
  });
});

test("an older release does not deploy over a newer one, until it is told to", async () => {
  await operator.write(text()).deploy();
  const { readFileSync, writeFileSync } = await import("node:fs");
  const path = `${operator.folder}/state/deployed/people.json`;
  writeFileSync(path, readFileSync(path, "utf8").replace(/"release": ".*"/, '"release": "99.1.0"'));
  const { code, stderr } = await operator.deploy();
  expect(code).toBe(2);
  expect(stderr).toMatch(/^people was last deployed by entra-eks 99\.1\.0, and this is .*--older-release\n$/);
  expect((await operator.deploy({ olderRelease: true })).code).toBe(0);
});

test("a warning of a provider is told without secrets", async () => {
  Object.assign(operator.env, { ARM_CLIENT_SECRET: "s3cret-of-the-deployer" });
  const warns = { people: "retried with s3cret-of-the-deployer" };
  const { stdout } = await operator.write(text(), { warns }).plan({ stacks: ["people"] });
  expect(stdout).toContain("Warning: retried with (secret)");
});

test("a state that could not be written is to be pushed before anything is planned", async () => {
  const lost = 'Failed to persist state to backend\nthe state has been written to the file "errored.tfstate"';
  const push =
    /^What was deployed of people is in no state yet\. Before anything else: \S+ -chdir=\S+stacks\/people state push errored\.tfstate && rm/m;
  const { stdout } = await operator.write(text(), { fails: { "apply people": lost } }).deploy();
  expect(stdout).toMatch(push);
  const { writeFileSync } = await import("node:fs");
  writeFileSync(`${operator.folder}/cdktf.out/stacks/people/errored.tfstate`, "{}");
  const again = await operator.write(text()).deploy({ stacks: ["people"] });
  expect({ code: again.code, log: again.log }).toEqual({ code: 1, log: [] });
  expect(again.stdout).toMatch(push);
});

test("a folder whose providers did not all come is initialized again", async () => {
  await operator.write(text()).deploy();
  const { rmSync } = await import("node:fs");
  rmSync(`${operator.folder}/cdktf.out/stacks/people/.terraform/providers`, { recursive: true });
  const { code, log } = await operator.write(text(), { lacksPlugins: true }).plan({ stacks: ["people"] });
  expect({ code, log }).toEqual({ code: 0, log: ["plan people", "init people", "plan people"] });
});

test("nothing of Terraform's log is told, which has whole requests", async () => {
  Object.assign(operator.env, { TF_LOG: "trace" });
  const { stdout, stderr } = await operator.write(text(), { dies: ["people"] }).deploy({ stacks: ["people"] });
  expect(stdout).toContain("Terraform ended with a signal.");
  expect(stdout + stderr).not.toContain("hunter2");
});

test("what cannot be recorded is deployed all the same, and said; --changed runs it again", async () => {
  operator.write(text());
  const { mkdirSync, writeFileSync } = await import("node:fs");
  mkdirSync(`${operator.folder}/state`);
  writeFileSync(`${operator.folder}/state/deployed`, "");
  const { code, stdout, stderr } = await operator.deploy();
  expect(code).toBe(0);
  expect(stdout).toContain("6 stacks deployed.");
  expect(stderr).toContain("That people is deployed cannot be recorded, so --changed runs it again: EEXIST");
  expect(runsOf((await operator.deploy({ changed: true })).log, "plan")).toHaveLength(6);
});

test("JSON has every stack with what became of it", async () => {
  const { stdout } = await operator.write(text(), { fails: { "apply login": "No" } }).deploy({ json: true });
  const { stacks } = JSON.parse(stdout) as { readonly stacks: readonly { stack: string; outcome: string }[] };
  expect(Object.fromEntries(stacks.map(({ stack, outcome }) => [stack, outcome]))).toEqual({
    ...{ people: "applied", login: "failed", "rbac-c0": "applied", "rbac-c1": "applied" },
    ...{ "eks-c0": "not run", "eks-c1": "not run" },
  });
});

test("without Terraform there is one sentence", async () => {
  Object.assign(operator.env, { TERRAFORM_BINARY_NAME: "no-such-terraform" });
  const { code, stderr } = await operator.write(text()).deploy();
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr:
      "Terraform (no-such-terraform) is not on the PATH; get 1.11 or newer from developer.hashicorp.com/terraform/install\n",
  });
});
