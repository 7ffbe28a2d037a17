#!/usr/bin/env node
// Stands for Terraform where only the order of runs, their messages and their states matter. FAKE_TERRAFORM names a file that
// says what goes wrong; each run is a line in the file beside it.
const { createHash } = require("node:crypto");
const fs = require("node:fs");

const [verb, ...args] = process.argv.slice(2);
const read = (path, otherwise) => (fs.existsSync(path) ? JSON.parse(fs.readFileSync(path, "utf8")) : otherwise);
const script = read(process.env.FAKE_TERRAFORM, {});
const log = (line) => fs.appendFileSync(`${process.env.FAKE_TERRAFORM}.log`, `${line}\n`);
const tell = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);
const digest = (value) => createHash("sha256").update(JSON.stringify(value)).digest("hex");

if (verb === "version") {
  process.stdout.write(`Terraform v${script.version ?? "1.11.4"}\non linux_amd64\n`);
  process.exit(0);
}
const configuration = read("cdk.tf.json");
const stack = configuration["//"].metadata.stackName;

function fail(text) {
  const [summary, ...detail] = text.split("\n");
  tell({ type: "diagnostic", diagnostic: { severity: "error", summary, detail: detail.join("\n") } });
  process.exit(1);
}

function init() {
  log(`init ${stack}`);
  fs.mkdirSync(".terraform/providers", { recursive: true });
  const providers = Object.values(configuration.terraform.required_providers);
  const version = script.provider ?? "1.0.0";
  const blocks = providers.map(
    ({ source }) => `provider "registry.terraform.io/${source}" {\n  version = "${version}"\n}\n`,
  );
  fs.writeFileSync(".terraform.lock.hcl", blocks.join("\n"));
}

const statePath = configuration.terraform.backend.local.path;

function upstream() {
  const states = configuration.data?.terraform_remote_state ?? {};
  return Object.entries(states).map(([name, { config }]) => {
    const state = read(config.path.replaceAll("$${", "${"));
    if (state === undefined) fail(`The stack "${name}" has no state yet`);
    return [name, state.outputs];
  });
}

function outputsOf() {
  const made = {};
  for (const name of Object.keys(configuration.output ?? {})) {
    const groups = Object.keys(configuration.resource?.azuread_group ?? {});
    const usual = {
      group_object_ids: Object.fromEntries(groups.map((key) => [key, digest(key)])),
      unknown_members: [],
    };
    made[name] = { value: script.outputs?.[stack]?.[name] ?? usual[name] ?? `${stack} ${name}` };
  }
  return made;
}

function planned(isDestroy) {
  const before = read(statePath, { lineage: digest(stack), serial: 0, outputs: {}, resources: [] });
  const inputs = upstream();
  const made = isDestroy ? [] : Object.entries(configuration.resource ?? {});
  const resources = made.flatMap(([type, named]) =>
    Object.entries(named).map(([name, block]) => {
      const isReader = JSON.stringify(block).includes("terraform_remote_state");
      return {
        mode: "managed",
        type,
        name,
        instances: [{ attributes: { is: digest([block, isReader ? inputs : []]) } }],
      };
    }),
  );
  const addressOf = ({ type, name }) => `${type}.${name}`;
  const old = new Map(before.resources.map((resource) => [addressOf(resource), JSON.stringify(resource)]));
  const changes = resources.flatMap((resource) => {
    const was = old.get(addressOf(resource));
    old.delete(addressOf(resource));
    if (was === JSON.stringify(resource)) return [];
    const replaces = script.replaces?.includes(stack) && was !== undefined;
    return [{ addr: addressOf(resource), action: was === undefined ? "create" : replaces ? "replace" : "update" }];
  });
  changes.push(...[...old.keys()].map((addr) => ({ addr, action: "delete" })));
  const outputs = isDestroy ? {} : outputsOf();
  const isSame = JSON.stringify(outputs) === JSON.stringify(before.outputs);
  return { state: { ...before, version: 4, outputs, resources }, changes, isEmpty: changes.length === 0 && isSame };
}

/** Says that a run begins, and waits as the script says, or until Ctrl-C. */
async function waited(line, what) {
  let isInterrupted = false;
  // Before it is said: whoever reads that it runs may interrupt it at once.
  process.on("SIGINT", () => {
    log(`interrupt ${stack}`);
    isInterrupted = true;
  });
  log(line);
  const begun = Date.now();
  const wait = script.waits?.[what] ?? 0;
  const goesOn = () =>
    wait === "until released"
      ? fs.existsSync(process.env.FAKE_TERRAFORM) && !fs.existsSync(`${process.env.FAKE_TERRAFORM}.released-${stack}`)
      : Date.now() - begun < wait;
  while (goesOn() && !isInterrupted) await new Promise((resolve) => setTimeout(resolve, 20));
  return isInterrupted;
}

async function run() {
  switch (verb) {
    case "init":
      return init();
    case "plan": {
      const isInterrupted = await waited(`plan ${stack}`, `plan ${stack}`);
      if (script.lacksPlugins && !fs.existsSync(".terraform/providers")) {
        fail("Required plugins are not installed\nThere is no package cached in .terraform/providers");
      }
      if (isInterrupted) fail("execution halted");
      if (script.fails?.[`plan ${stack}`] !== undefined) fail(script.fails[`plan ${stack}`]);
      const warning = script.warns?.[stack];
      if (warning) tell({ type: "diagnostic", diagnostic: { severity: "warning", summary: warning, detail: "" } });
      const plan = planned(args.includes("-destroy"));
      const file = args.find((arg) => arg.startsWith("-out=")).slice("-out=".length);
      fs.writeFileSync(file, JSON.stringify(plan));
      for (const { addr, action } of plan.changes)
        tell({ type: "planned_change", change: { resource: { addr }, action } });
      process.exit(plan.isEmpty ? 0 : 2);
    }
    case "apply": {
      if (process.env.TF_LOG) process.stderr.write("2026-01-01T00:00:00.000Z [TRACE] POST /groups hunter2\n");
      const isInterrupted = await waited(`apply ${stack}`, stack);
      if (script.dies?.includes(stack)) process.kill(process.pid, "SIGKILL");
      const { state } = read(args.at(-1));
      const failure = script.fails?.[`apply ${stack}`] ?? (isInterrupted ? "execution halted" : undefined);
      const written = failure === undefined ? state : { ...state, ...read(statePath, { outputs: {}, resources: [] }) };
      fs.mkdirSync(require("node:path").dirname(statePath), { recursive: true });
      fs.writeFileSync(statePath, JSON.stringify({ ...written, serial: state.serial + 1 }));
      if (failure !== undefined) fail(failure);
      log(`applied ${stack}`);
      process.exit(0);
    }
  }
}

void run();
