import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Deployment, TerraformFailed, type StackEvent } from "../../../sandbox/terraform/deployment";
import { inWaves } from "../../../sandbox/terraform/synthesis";
import { findTerraform } from "../../../sandbox/terraform/version";

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "entra-eks-"))));
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** A Terraform that only writes down what it was asked, and does in each folder what a script there says. */
function fakeTerraform(): string {
  const path = join(folder, "terraform");
  writeFileSync(path, `#!/bin/sh\necho "$(basename "$PWD") $1" >> ${folder}/log\n[ ! -f "$1.sh" ] || . "./$1.sh"\n`, {
    mode: 0o755,
  });
  return path;
}

function stack(name: string, dependencies: readonly string[] = [], scripts: Readonly<Record<string, string>> = {}) {
  const directory = join(folder, name);
  mkdirSync(directory);
  const version = ">= 6.0, < 7";
  writeFileSync(
    join(directory, "cdk.tf.json"),
    JSON.stringify({ terraform: { required_providers: { aws: { version } } } }),
  );
  for (const [verb, script] of Object.entries(scripts)) writeFileSync(join(directory, `${verb}.sh`), script);
  return { name, directory, dependencies };
}

function deployment(stacks: readonly ReturnType<typeof stack>[], events: StackEvent[] = []): Deployment {
  const props = { binary: fakeTerraform(), env: { PATH: process.env["PATH"] } };
  return new Deployment({ stacks, init: props, run: props, tell: (event) => events.push(event) });
}

const log = () => readFileSync(join(folder, "log"), "utf8").trim().split("\n");

test("stacks are applied in their order and destroyed in the reverse", async () => {
  const both = deployment([stack("people"), stack("rbac", ["people"])]);
  await both.initialize();
  await both.apply();
  await both.destroy();
  expect(log()).toEqual(["people init", "rbac init", "people apply", "rbac apply", "rbac destroy", "people destroy"]);
});

test("a stack begins as soon as those before it are done, whatever else is still running", async () => {
  const untilEksBegan = "until grep -q 'eks apply' ../log; do sleep 0.01; done; echo 'people ended' >> ../log";
  const four = [stack("people", [], { apply: untilEksBegan }), stack("login"), stack("eks", ["login"])];
  await deployment([...four, stack("rbac", ["people"])]).apply();
  expect(log().slice(-3)).toEqual(["eks apply", "people ended", "rbac apply"]);
});

test("a plan that changes something is told", async () => {
  expect(await deployment([stack("people")]).plan()).toBe(false);
  expect(await deployment([stack("login", [], { plan: "exit 2" })]).plan()).toBe(true);
});

test("a failure stops what comes after it, and brings what Terraform said", async () => {
  const failing = deployment([
    stack("people", [], { apply: "echo 'noise'; echo 'Error: no rights'; exit 1" }),
    stack("rbac", ["people"]),
  ]);
  await expect(failing.apply()).rejects.toThrow(new TerraformFailed("people", "apply", "Error: no rights"));
  expect(log()).toEqual(["people apply"]);
});

test("after a failure no other stack begins, and those that run end", async () => {
  const untilPeopleFailed =
    "until [ -s ../pid ]; do sleep 0.01; done; while kill -0 $(cat ../pid); do sleep 0.01; done; echo 'login ended' >> ../log";
  const failing = deployment([
    stack("people", [], { apply: "echo $$ > ../pid; exit 1" }),
    stack("login", [], { apply: untilPeopleFailed }),
    stack("eks", ["login"]),
  ]);
  await expect(failing.apply()).rejects.toThrow("apply of stack people failed");
  expect(log().sort()).toEqual(["login apply", "login ended", "people apply"]);
});

test("a stack whose provider is not to be had is left out with the reason, and so is what needs it", async () => {
  const events: StackEvent[] = [];
  const some = deployment(
    [stack("people", [], { init: "echo 'Error: no provider'; exit 1" }), stack("rbac", ["people"]), stack("login")],
    events,
  );
  await some.initialize();
  await some.apply();
  expect(Object.fromEntries(some.skipped)).toEqual({
    people: "people cannot be initialized: no provider",
    rbac: "it needs the stack people",
  });
  expect(log().filter((line) => line.endsWith("apply"))).toEqual(["login apply"]);
});

test("a provider of which only other versions are there is taken in one of those, and that is said", async () => {
  const events: StackEvent[] = [];
  const refuse = [
    "if grep -q version cdk.tf.json; then",
    "  echo 'Could not retrieve the list of available versions for provider hashicorp/aws: no available releases match the'",
    "  echo 'given constraints >= 6.0.0, < 7.0.0'; exit 1",
    "fi",
  ].join("\n");
  const locked = `provider "registry.terraform.io/hashicorp/aws" {\n  version     = "5.100.0"\n  constraints = ">= 5.0"\n}\n`;
  const unlocked = stack("eks-one", [], { init: refuse });
  const both = [
    unlocked,
    stack("eks-two", [], { init: `${refuse}\ncat > .terraform.lock.hcl <<'LOCK'\n${locked}LOCK` }),
  ];
  await deployment(both, events).initialize();
  const done = { phase: "init", outcome: "done" };
  const missing = "no aws provider in the range >= 6.0.0, < 7.0.0 was found";
  expect(events.filter(({ outcome }) => outcome !== "started")).toEqual([
    { stack: "eks-one", ...done, note: `${missing}, another version is used` },
    { stack: "eks-two", ...done, note: `${missing}, 5.100.0 is used` },
  ]);
});

test("what a stack waits for is told, and when it begins and ends", async () => {
  const events: StackEvent[] = [];
  const two = deployment([stack("people"), stack("rbac", ["people"])], events);
  await two.initialize();
  await two.apply();
  expect(
    events.map(({ stack: name, phase, outcome, waitsFor = [] }) => [name, phase, outcome, ...waitsFor].join(" ")),
  ).toEqual([
    "people init started",
    "people init done",
    "rbac init started",
    "rbac init done",
    "rbac apply waiting people",
    "people apply started",
    "people apply done",
    "rbac apply started",
    "rbac apply done",
  ]);
  expect(two.counts).toEqual({ all: 2, wanted: 2 });
  two.leaveOut("rbac", "there is no API server");
  expect(two.counts).toEqual({ all: 2, wanted: 1 });
});

test("what is initialized already is not initialized again for the same providers, only for others", async () => {
  const open =
    "! grep -q '>=' cdk.tf.json || { echo 'available versions for provider aws: no available releases match the given constraints >= 6.0'; exit 1; }";
  const eks = stack("eks", [], { init: open });
  const file = join(eks.directory, "cdk.tf.json");
  const synthesized = readFileSync(file, "utf8");
  const initialized = async (text: string) => {
    const events: StackEvent[] = [];
    writeFileSync(file, text);
    await deployment([eks], events).initialize();
    return events.flatMap(({ note }) => note ?? []);
  };
  const notes = await initialized(synthesized);
  const opened = readFileSync(file, "utf8");
  expect(log()).toEqual(["eks init", "eks init"]);

  expect(await initialized(synthesized)).toEqual(notes);
  expect(readFileSync(file, "utf8")).toBe(opened);
  expect(log()).toHaveLength(2);

  await initialized(synthesized.replace(">= 6.0, < 7", "5.100.0"));
  expect(log()).toHaveLength(3);
});

test("versions stay locked after init, checksums do not", async () => {
  const provider = (hashes: string) =>
    `provider "registry.terraform.io/hashicorp/aws" {\n  version = "5.100.0"\n${hashes}}\n`;
  const locked = provider('  hashes = [\n    "h1:abc=",\n    "zh:def",\n  ]\n');
  const eks = stack("eks", [], { init: `cat > .terraform.lock.hcl <<'LOCK'\n${locked}LOCK` });
  await deployment([eks]).initialize();
  expect(readFileSync(join(eks.directory, ".terraform.lock.hcl"), "utf8")).toBe(provider(""));
});

test("stacks that do not depend on each other go together, dependencies first", () => {
  const named = (name: string, dependencies: readonly string[]) => ({ name, directory: "", dependencies });
  const waves = inWaves([named("rbac", ["people"]), named("login", []), named("people", []), named("eks", ["login"])]);
  expect(waves.map((wave) => wave.map(({ name }) => name))).toEqual([
    ["login", "people"],
    ["rbac", "eks"],
  ]);
});

test("a Terraform that is too old, or missing, is a sentence", () => {
  const path = join(folder, "old");
  writeFileSync(path, "#!/bin/sh\necho Terraform v1.10.5\n", { mode: 0o755 });
  expect(findTerraform({ ...process.env, TERRAFORM_BINARY_NAME: path }, "terraform")).toEqual({
    missing: "Terraform 1.10.5 is too old; get 1.11 or newer from developer.hashicorp.com/terraform/install",
  });
  expect(findTerraform({ TERRAFORM_BINARY_NAME: "no-such-terraform" }, "terraform")).toEqual({
    missing:
      "Terraform (no-such-terraform) is not on the PATH; get 1.11 or newer from developer.hashicorp.com/terraform/install",
  });
});
