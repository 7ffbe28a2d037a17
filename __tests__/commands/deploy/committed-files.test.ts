import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DeploymentRecords, digest } from "../../../commands/deploy/deployment-record";
import { accessOf, withTenant } from "../../access-text";
import { git } from "../../git";
import { Operator } from "./operator";

const text = (members: string) =>
  withTenant(`
groups: { devs: { members: [${members}] } }
clusters: { c0: { eks: { name: c0-eks, region: eu-central-1 }, grants: [{ group: devs, clusterRole: edit }] } }
`);
const before = text("ada@contoso.com");
const after = text("ada@contoso.com, mallory@contoso.com");
const gain = "+ mallory@contoso.com may now";

let operator: Operator;
beforeEach(() => {
  operator = new Operator();
  git(operator.folder, "init", "-q", "-b", "main");
});
afterEach(() => {
  operator.end();
});

function put(path: string, content: string): void {
  const file = join(operator.folder, path);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, content);
}

function commit(path: string): void {
  git(operator.folder, "add", "--force", path);
  git(operator.folder, "commit", "-qm", path);
}

test("a record that somebody has committed hides nobody's gain: it is refused", async () => {
  await operator.write(before).deploy();
  expect((await operator.write(after).plan()).stdout).toContain(gain);
  // What a branch can bring: a record of a deployment that never was.
  const records = new DeploymentRecords({ access: accessOf(after), directory: operator.folder });
  const record = records.of("people");
  if (record === undefined) throw new Error("nothing is recorded");
  put(`state/deployed/access-${digest(after).slice(0, 16)}.yaml`, after);
  put(
    "state/deployed/people.json",
    JSON.stringify({ ...record, accessFile: digest(after), begun: true, deployedAt: "" }),
  );
  expect((await operator.plan()).stdout).not.toContain(gain);
  commit("state/deployed/people.json");
  const { code, stderr, log } = await operator.plan();
  expect({ code, log }).toEqual({ code: 2, log: [] });
  expect(stderr).toMatch(
    /^state\/deployed is written by this program alone, and git has files of it, .*: people\.json\. Find/,
  );
});

test("nor does the text of a recorded file count if it is another than was recorded", async () => {
  await operator.write(before).deploy();
  put(`state/deployed/access-${digest(before).slice(0, 16)}.yaml`, after);
  const { stdout, stderr } = await operator.write(after).plan();
  expect(stdout).not.toContain("nobody gains");
  expect(stderr).toContain("Which access file is deployed is not known here");
});

test("a record of a size that none has is none", () => {
  const records = new DeploymentRecords({ access: accessOf(before), directory: operator.folder });
  const nothing = {
    format: 1,
    release: "",
    terraform: "",
    deployedAt: "",
    configuration: "",
    providers: {},
    inputs: "",
  };
  const record = JSON.stringify({ ...nothing, place: "", state: null, unfinished: null, accessFile: null });
  put("state/deployed/people.json", record);
  expect(records.of("people")).toBeDefined();
  put("state/deployed/people.json", record + " ".repeat(1024 * 1024));
  expect(records.of("people")).toBeUndefined();
});

test("access files beside the records that are not theirs stay", async () => {
  put("state/deployed/access-prod.yaml", before);
  await operator.write(before).deploy();
  await operator.write(after).deploy();
  expect(readFileSync(join(operator.folder, "state/deployed/access-prod.yaml"), "utf8")).toBe(before);
});

test("of the folders of stacks git may have the lock files of Terraform, and nothing else", async () => {
  await operator.write(before).deploy();
  commit("cdktf.out/stacks/people/.terraform.lock.hcl");
  expect((await operator.plan()).code).toBe(0);
  put("cdktf.out/stacks/people/.terraform/terraform.tfstate", "{}");
  commit("cdktf.out/stacks/people/.terraform/terraform.tfstate");
  const { code, stderr, log } = await operator.plan();
  expect({ code, log }).toEqual({ code: 2, log: [] });
  expect(stderr).toMatch(/^cdktf\.out is written .*: stacks\/people\/\.terraform\/terraform\.tfstate\. Find out/);
});

test.each(["more.tf", "override.tf.json", "more.tofu", "terraform.d"])(
  "%s in the folder of a stack is not deployed with it",
  async (name) => {
    operator.write(before);
    put(`cdktf.out/stacks/people/${name}`, "");
    for (const run of [await operator.plan(), await operator.deploy(), await operator.destroy()]) {
      expect({ code: run.code, log: run.log }).toEqual({ code: 2, log: [] });
      expect(run.stderr).toBe(
        `Terraform would run what is not of the access file: cdktf.out/stacks/people/${name}. Find out where that comes from, and delete it\n`,
      );
    }
  },
);

test("what Terraform does not read may stand there", async () => {
  operator.write(before);
  for (const name of ["notes.md", ".more.tf", "more.tf~"]) put(`cdktf.out/stacks/people/${name}`, "");
  expect((await operator.plan()).code).toBe(0);
});
