import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stackOutputs } from "../../commands/states/stack-outputs";
import { LoginOutputs } from "../../config/states/outputs";
import { synthesize } from "../../main";
import { bareEnvironment } from "../../sandbox/terraform/environment";
import { stacksIn, type SynthesizedStack } from "../../sandbox/terraform/synthesis";
import { terraform } from "../../sandbox/terraform/terraform";
import { findTerraform } from "../../sandbox/terraform/version";
import { accessOf, tenant, withGrants } from "../access-text";
import { startObjectStore, type ObjectStore } from "./object-store";
import { ReducedStack } from "./reduced-stack";
import { unbroken } from "./stack-by-hand";
import { realTest } from "./world";

const root = join(__dirname, "..", "..");
const found = findTerraform(process.env, "terraform");
const real = realTest("missing" in found ? [found.missing] : []);
const file = withGrants("[{ group: devs, clusterRole: view }]", "{ devs: {} }");
const s3 = `${file}backend: { type: s3, bucket: contoso-states, region: eu-central-1, kmsKeyId: alias/states }\n`;
const cloud = `${file}backend: { type: cloud, organization: contoso, project: Access files, prefix: entra-eks- }\n`;
const devs = "5f1f6b0e-0b53-4a2c-9c3e-000000000001";
const objectIds = { group_object_ids: { devs } };
const readsDevs = { devs: '${data.terraform_remote_state.people.outputs.group_object_ids["devs"]}' };

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "entra-eks-e2e-"))));
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Without anybody's credentials; the service of HCP Terraform is named, so that it is not looked for. */
function run({ directory }: ReducedStack, args: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const configuration = join(folder, "terraform.rc");
  writeFileSync(configuration, 'host "app.terraform.io" { services = { "tfe.v2" = "http://127.0.0.1:9/api/v2/" } }\n');
  const env = {
    ...bareEnvironment(process.env),
    HOME: folder,
    TF_CLI_CONFIG_FILE: configuration,
    CHECKPOINT_DISABLE: "1",
    AWS_EC2_METADATA_DISABLED: "true",
    ...more,
  };
  return terraform(directory, args, { binary: "missing" in found ? "" : found.binary, env });
}

const init = ["init", "-input=false"];
const apply = ["apply", "-auto-approve", "-input=false"];

function stackOf(stacks: readonly SynthesizedStack[], name: string): SynthesizedStack {
  return stacks.find((stack) => stack.name === name)!;
}

function reduced(text: string, name: string, outputs?: Readonly<Record<string, unknown>>): ReducedStack {
  const outdir = mkdtempSync(join(folder, "out-"));
  synthesize({ access: accessOf(text), directory: folder }, outdir);
  return ReducedStack.of(stackOf(stacksIn(outdir), name), join(outdir, "reduced"), outputs);
}

/** Runs the program itself. */
function synthesizeFrom(cwd: string, accessFile: string | undefined): SynthesizedStack {
  const outdir = mkdtempSync(join(folder, "out-"));
  const env = { ...process.env, CDKTF_OUTDIR: outdir, ACCESS_FILE: accessFile ?? "access.yaml" };
  const args = ["--import", `file://${require.resolve("tsx")}`, join(root, "main.ts")];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, env, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return { name: "people", directory: join(outdir, "stacks", "people"), dependencies: [] };
}

real("local: from three working directories a stack has the same state, and another stack reads it", async () => {
  const home = join(folder, "access");
  const elsewhere = join(folder, "elsewhere");
  for (const place of [home, elsewhere]) mkdirSync(place);
  writeFileSync(join(home, "access.yaml"), file);
  const places = [
    [home, undefined],
    [elsewhere, "../access/access.yaml"],
    [root, join(home, "access.yaml")],
  ] as const;
  for (const [cwd, accessFile] of places) {
    const people = ReducedStack.of(synthesizeFrom(cwd, accessFile), mkdtempSync(join(folder, "reduced-")), objectIds);
    expect(await run(people, init)).toMatchObject({ status: 0 });
    expect(people.initialized["path"]).toBe(join(home, "state", "people.tfstate"));
    const { status, output } = await run(people, apply);
    expect(status).toBe(0);
    // The first one makes the state; the others find it.
    expect(output.includes("No changes.")).toBe(cwd !== home);
  }
  synthesize({ access: accessOf(file), directory: home }, join(folder, "out"));
  const rbac = ReducedStack.of(stackOf(stacksIn(join(folder, "out")), "rbac-prod"), folder, readsDevs);
  await run(rbac, init);
  expect((await run(rbac, apply)).output).toContain(devs);
});

real("local: what is not deployed yet is named", async () => {
  const rbac = reduced(file, "rbac-prod", readsDevs);
  await run(rbac, init);
  const { status, output } = await run(rbac, apply);
  expect(status).toBe(1);
  expect(unbroken(output)).toContain(
    `The stack "people" has no state at ${join(folder, "state", "people.tfstate")} yet. Deploy people first: npx cdktf deploy '*'`,
  );
});

describe.each([
  ["s3", s3, "use_lockfile", "No valid credential sources found"],
  ["cloud", cloud, "project", "Required token could not be found"],
])("%s", (_, text, argument, missingCredential) => {
  const misspell = (word: string) => (stack: string) => stack.replace(`"${word}":`, `"${word.slice(0, -1)}x":`);

  real("init gets as far as the missing credential; a misspelt argument does not get there", async () => {
    const people = reduced(text, "people");
    const { status, output } = await run(people, init);
    expect({ status, output: unbroken(output) }).toEqual({
      status: 1,
      output: expect.stringContaining(`Error: ${missingCredential}`) as string,
    });
    people.write(misspell(argument));
    const wrong = unbroken((await run(people, init)).output);
    expect(wrong).toContain(`No argument or block type is named "${argument.slice(0, -1)}x"`);
    expect(wrong).not.toContain(missingCredential);
  });

  real("Terraform takes the remote states that stacks read; a misspelt argument it does not", async () => {
    const rbac = reduced(text, "rbac-prod", readsDevs);
    expect(await run(rbac, ["init", "-backend=false", "-input=false"])).toMatchObject({ status: 0 });
    expect(unbroken((await run(rbac, ["validate"])).output)).toContain("Success! The configuration is valid.");
    rbac.write((stack) => stack.replace('"config":{', '"config":{"bukket":"a",'));
    expect(unbroken((await run(rbac, ["validate"])).output)).toContain('unexpected attribute "bukket"');
  });
});

describe("s3 in a bucket", () => {
  let store: ObjectStore;
  const own = process.env;
  beforeEach(async () => (store = await startObjectStore("contoso-states")));
  afterEach(async () => {
    process.env = own;
    await store.close();
  });

  real("a state is locked, encrypted and read by another stack; one that is not there yet is named", async () => {
    const people = reduced(s3, "people", { group_object_ids: {} });
    const rbac = reduced(s3, "rbac-prod", readsDevs);
    await run(people, init, store.env);
    await run(rbac, init, store.env);
    expect(unbroken((await run(rbac, apply, store.env)).output)).toContain(
      "Error: Unable to find remote state with data.terraform_remote_state.people,",
    );

    expect(await run(people, apply, store.env)).toMatchObject({ status: 0 });
    expect(unbroken((await run(rbac, apply, store.env)).output)).toContain(
      `The stack "people" has not made these groups yet: devs. Deploy people first: npx cdktf deploy '{users,people}'`,
    );

    people.write((stack) =>
      stack.replace('"group_object_ids":{"value":{}}', `"group_object_ids":{"value":{"devs":"${devs}"}}`),
    );
    expect(await run(people, apply, store.env)).toMatchObject({ status: 0 });
    expect((await run(rbac, apply, store.env)).output).toContain(devs);

    expect([...store.objects.keys()].sort()).toEqual(["entra-eks/people.tfstate", "entra-eks/rbac-prod.tfstate"]);
    const writes = store.log.filter(({ line }) => /^(PUT|DELETE) .*people/.test(line));
    expect(writes.slice(0, 3).map(({ line }) => line)).toEqual([
      "PUT contoso-states entra-eks/people.tfstate.tflock",
      "PUT contoso-states entra-eks/people.tfstate",
      "DELETE contoso-states entra-eks/people.tfstate.tflock",
    ]);
    expect(writes[1]?.headers).toMatchObject({
      "x-amz-server-side-encryption": "aws:kms",
      "x-amz-server-side-encryption-aws-kms-key-id": "alias/states",
    });
  });

  real("two deployments of a stack do not run at once", async () => {
    const people = reduced(s3, "people", objectIds);
    await run(people, init, store.env);
    store.objects.set("entra-eks/people.tfstate.tflock", JSON.stringify({ ID: "1", Who: "grace@contoso" }));
    const { status, output } = await run(people, apply, store.env);
    expect(status).toBe(1);
    expect(unbroken(output)).toContain("Error: Error acquiring the state lock");
    expect([...store.objects.keys()]).toEqual(["entra-eks/people.tfstate.tflock"]);
  });

  real("commands read the outputs of a stack, or say that it is not deployed", async () => {
    process.env = { ...bareEnvironment(own), HOME: folder, ...store.env };
    const access = { access: accessOf(s3), directory: folder };
    await expect(stackOutputs(access, "login", LoginOutputs.pick({ client_id: true }))).rejects.toThrow(
      `The stack "login" is not deployed: its state s3://contoso-states/entra-eks/login.tfstate has no output "client_id". Deploy it first: npx cdktf deploy '{users,people,login}'`,
    );
    const login = reduced(s3, "login", { client_id: tenant });
    await run(login, init, store.env);
    await run(login, apply, store.env);
    expect(await stackOutputs(access, "login", LoginOutputs.pick({ client_id: true }))).toEqual({ client_id: tenant });
    // Reading leaves everything as it was.
    const after = store.log.map(({ line }) => line).lastIndexOf("DELETE contoso-states entra-eks/login.tfstate.tflock");
    expect(store.log.slice(after + 1).filter(({ line }) => /^(PUT|DELETE) /.test(line))).toEqual([]);
  });
});
