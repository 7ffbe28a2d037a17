import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { withTenant } from "../../access-text";
import { Operator } from "./operator";

const root = join(__dirname, "..", "..", "..");
const text = withTenant(`
groups: { devs: { members: [ada@contoso.com] } }
clusters:
  c0:
    kubernetes: { kubeconfig: kubeconfig, context: c0 }
    grants: [{ group: devs, clusterRole: view }]
`);
/** Nobody releases it: only Ctrl-C ends it. */
const forever = "until released";

/** Begins a command, and ends it once Terraform's log has all these lines: with Ctrl-C, unless something else is said. */
async function stopped(
  operator: Operator,
  args: readonly string[],
  lines: readonly string[],
  stop = (child: ChildProcess): unknown => child.kill("SIGINT"),
) {
  const all = [join(root, "bin", "entra-eks.js"), ...args, "--file", operator.file];
  const child = spawn(process.execPath, all, { cwd: operator.folder, env: { ...process.env, ...operator.env } });
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const log = `${operator.folder}/script.json.log`;
  const logged = () => (existsSync(log) ? readFileSync(log, "utf8") : "").trim().split("\n");
  while (!lines.every((line) => logged().includes(line))) {
    if (child.exitCode !== null) throw new Error(stderr);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await stop(child);
  return { status: await ended, log: logged(), stdout, stderr };
}

let operator: Operator;
beforeEach(() => (operator = new Operator()));
afterEach(() => {
  operator.end();
});

test("Ctrl-C is handed to Terraform once, which ends by itself; nothing begins after it", async () => {
  operator.write(text, { waits: { people: forever, login: forever } });
  const { status, log, stderr } = await stopped(operator, ["deploy", "--yes"], ["apply people", "apply login"]);
  expect(status).toBe(2);
  expect(log.filter((line) => line.startsWith("interrupt")).sort()).toEqual(["interrupt login", "interrupt people"]);
  expect(log.some((line) => /rbac-c0|applied/.test(line))).toBe(false);
  expect(stderr).toContain("Stopping: Terraform finishes what it has begun, and nothing new begins.");
});

test.each(["deploy", "destroy"])("Ctrl-C: no %s begins that waited for its turn", async (verb) => {
  if (verb === "destroy") {
    expect((await operator.write(text).deploy()).code).toBe(0);
    rmSync(`${operator.folder}/script.json.log`);
  }
  operator.write(text, { waits: { login: forever, people: forever, "rbac-c0": forever } });
  const first = verb === "deploy" ? "login" : "rbac-c0";
  const args = [verb, "--yes", "--parallelism", "1", ...(verb === "destroy" ? ["login", "rbac-c0"] : [])];
  const { status, log, stdout } = await stopped(operator, args, [`apply ${first}`]);
  expect(status).toBe(2);
  expect(log.filter((line) => line.startsWith("apply"))).toEqual([`apply ${first}`]);
  expect(stdout).toContain(`${verb === "deploy" ? "people" : "login"} was not run: it was stopped`);
});

test("Ctrl-C while it plans: no plan begins that waited for its turn, nothing is shown, and there is no answer", async () => {
  operator.write(text, { waits: { "plan login": forever } });
  const { status, log, stdout, stderr } = await stopped(operator, ["plan", "--parallelism", "1"], ["plan login"]);
  expect(log.filter((line) => line.startsWith("plan"))).toEqual(["plan login"]);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toContain("\nStopped. Nothing was changed.\n");
});

test("whoever reads the output goes away: Terraform ends by itself and writes its state, and nothing begins after it", async () => {
  operator.write(text, { waits: { people: forever, login: "until released" } });
  // What is said of login is what nobody reads.
  const { status, log } = await stopped(
    operator,
    ["deploy", "--yes"],
    ["apply people", "apply login"],
    async (child) => {
      await Promise.all([child.stdout, child.stderr].map((stream) => once(stream!.destroy(), "close")));
      operator.release("login");
    },
  );
  expect(log.filter((line) => line.startsWith("interrupt"))).toEqual(["interrupt people"]);
  expect(operator.state("people").serial).toBe(1);
  expect(log.some((line) => line.includes("rbac-c0"))).toBe(false);
  expect(status).toBe(2);
});
