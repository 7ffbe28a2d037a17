import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { parse } from "yaml";
import { kubeconfig } from "../../../commands/kubeconfig";
import { Progress } from "../../../commands/terminal/progress";
import { findTerraform } from "../../../sandbox/terraform/version";
import { withGrants } from "../../access-text";
import { deployed } from "../deployed";
import { printed } from "../printed";

let folder: string;
const env = process.env;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "entra-eks-"))));
afterEach(() => {
  process.env = env;
  rmSync(folder, { recursive: true });
});

const outputs = JSON.stringify({
  client_id: { value: deployed.clientId },
  issuer_url: { value: deployed.issuer },
  endpoint: { value: "https://0A1B.gr7.eu-central-1.eks.amazonaws.com" },
  certificate_authority: { value: deployed.authority("prod") },
});

/** A Terraform that writes down where it was asked to look, and answers with a script. */
function fakeTerraform({ init = "", output = `echo '${outputs}'` }: { init?: string; output?: string }): void {
  const path = join(folder, "terraform");
  const script = [
    "#!/bin/sh",
    `[ "$1" != version ] || { echo Terraform v1.11.4; exit 0; }`,
    `echo "$1 $TF_DATA_DIR" >> ${folder}/log; cat place.tf.json >> ${folder}/places; echo >> ${folder}/places`,
    `if [ "$1" = init ]; then ${init || ":"}; else echo 'Warning: old' >&2; ${output}; fi`,
  ];
  writeFileSync(path, script.join("\n"), { mode: 0o755 });
  process.env = { ...env, TERRAFORM_BINARY_NAME: path, TF_DATA_DIR: folder };
}

test("a Terraform that is named from where the program runs is found from every other folder", () => {
  fakeTerraform({});
  const named = relative(process.cwd(), join(folder, "terraform"));
  expect(findTerraform({ ...process.env, TERRAFORM_BINARY_NAME: named }, "terraform")).toEqual({
    binary: join(folder, "terraform"),
    version: "1.11.4",
    flavour: "terraform",
  });
});

/** What a kubeconfig from this backend prints, but for what it waits for: that is told only where the machine is slow. */
async function run(backend: string) {
  const files = { "access.yaml": `${withGrants("[]")}backend: ${backend}\n` };
  const all = await printed(files, (file) => kubeconfig({ file, json: false }));
  return { ...all, stderr: all.stderr.replace(/^Reading the outputs of stack "[\w-]+" from \S+ …\n/gm, "") };
}
const s3 = "{ type: s3, bucket: contoso-states, region: eu-central-1 }";
const cloud = "{ type: cloud, organization: contoso, project: Access, prefix: entra-eks- }";
const places = () =>
  readFileSync(join(folder, "places"), "utf8")
    .trim()
    .split("\n")
    .map((line) => (JSON.parse(line) as { terraform: unknown }).terraform);

test.each([
  [
    s3,
    (stack: string) => ({
      backend: { s3: { bucket: "contoso-states", key: `entra-eks/${stack}.tfstate`, region: "eu-central-1" } },
    }),
  ],
  [
    cloud,
    (stack: string) => ({
      cloud: {
        hostname: "app.terraform.io",
        organization: "contoso",
        workspaces: { name: `entra-eks-${stack}`, project: "Access" },
      },
    }),
  ],
])("a kubeconfig is made of the outputs that Terraform reads from %s", async (backend, place) => {
  fakeTerraform({});
  const { code, stdout, stderr } = await run(backend);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(parse(stdout)).toMatchObject({
    clusters: [{ name: "prod", cluster: { server: "https://0A1B.gr7.eu-central-1.eks.amazonaws.com" } }],
  });
  expect(stdout).toContain(`--oidc-client-id=${deployed.clientId}`);
  expect(places()).toEqual([place("login"), place("login"), place("eks-prod"), place("eks-prod")]);
});

test("Terraform works in a folder of its own, and nothing of it stays", async () => {
  fakeTerraform({});
  await run(s3);
  const log = readFileSync(join(folder, "log"), "utf8").trim().split("\n");
  expect(log.map((line) => line.split(" ")[0])).toEqual(["init", "output", "init", "output"]);
  const places = log.map((line) => /\S+entra-eks-outputs-\w+(?=\/\.terraform$)/.exec(line)?.[0] ?? "");
  expect(new Set(places).size).toBe(2);
  expect(places.filter((place) => place === "" || existsSync(place))).toEqual([]);
});

test.each([
  [
    "a stack without a state",
    { output: "echo '{}'" },
    `These stacks are not deployed: "login" (its state s3://contoso-states/entra-eks/login.tfstate has no output "client_id"), "eks-prod" (its state s3://contoso-states/entra-eks/eks-prod.tfstate has no output "endpoint"). Deploy them first: npx cdktf deploy '{users,people,login,eks-prod}'\n`,
  ],
  [
    "a Terraform that prints something else",
    { output: "echo hello" },
    "s3://contoso-states/entra-eks/login.tfstate cannot be trusted: Terraform printed no outputs; check who can write to it, and restore an older version\n",
  ],
  [
    "a missing credential",
    { init: "printf '╷\\n│ Error: No valid credential\\n│ sources found\\n╵\\n' >&2; exit 1" },
    'Terraform cannot read the outputs of stack "login" from s3://contoso-states/entra-eks/login.tfstate: No valid credential sources found\n',
  ],
])("%s is told with what to do", async (_, terraform, sentence) => {
  fakeTerraform(terraform);
  expect(await run(s3)).toEqual({ code: 2, stdout: "", stderr: sentence });
});

test("without Terraform there is no answer", async () => {
  process.env = { ...env, TERRAFORM_BINARY_NAME: "no-such-terraform" };
  expect(await run(cloud)).toEqual({
    code: 2,
    stdout: "",
    stderr:
      'Only Terraform can read app.terraform.io/contoso/entra-eks-login, where the state of stack "login" is: Terraform (no-such-terraform) is not on the PATH; get 1.11 or newer from developer.hashicorp.com/terraform/install\n',
  });
});

test("what takes longer than people wait is told, from then on", () => {
  jest.useFakeTimers();
  const err = jest.spyOn(process.stderr, "write").mockReturnValue(true);
  const told = () => err.mock.calls.map(([line]) => line);
  try {
    const progress = new Progress();
    progress.tell("first");
    progress.tell("second");
    jest.advanceTimersByTime(1999);
    expect(told()).toEqual([]);
    jest.advanceTimersByTime(1);
    progress.tell("third");
    progress.end();
    expect(told()).toEqual(["second …\n", "third …\n"]);
    const over = new Progress();
    over.tell("fourth");
    over.end();
    jest.advanceTimersByTime(5000);
    expect(told()).toHaveLength(2);
  } finally {
    err.mockRestore();
    jest.useRealTimers();
  }
});

test("a kubeconfig says what it waits for", async () => {
  const tell = jest.spyOn(Progress.prototype, "tell");
  fakeTerraform({});
  await run(s3);
  expect(tell.mock.calls).toEqual([
    ['Reading the outputs of stack "login" from s3://contoso-states/entra-eks/login.tfstate'],
    ['Reading the outputs of stack "eks-prod" from s3://contoso-states/entra-eks/eks-prod.tfstate'],
  ]);
});

test("neither a log of requests nor a secret of the environment gets into the sentence that says why it cannot be read", async () => {
  fakeTerraform({ init: 'echo "[TRACE] ${TF_LOG:-no log}"; echo "Error: refused $AWS_SECRET_ACCESS_KEY" >&2; exit 1' });
  process.env = { ...process.env, TF_LOG: "trace", AWS_SECRET_ACCESS_KEY: "hunter2hunter2" };
  const { code, stderr } = await run(s3);
  expect(code).toBe(2);
  expect(stderr).toContain(
    'cannot read the outputs of stack "login" from s3://contoso-states/entra-eks/login.tfstate: refused (secret)',
  );
  fakeTerraform({ init: 'echo "[TRACE] ${TF_LOG:-no log}"; exit 1' });
  process.env = { ...process.env, TF_LOG: "trace" };
  expect((await run(s3)).stderr).toContain("login.tfstate: [TRACE] no log");
});
