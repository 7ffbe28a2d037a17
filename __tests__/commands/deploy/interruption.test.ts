import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
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

test("Ctrl-C is handed to Terraform once, which ends by itself; nothing begins after it", async () => {
  const operator = new Operator().write(text, { waits: { people: 20_000, login: 20_000 } });
  const args = [join(root, "bin", "entra-eks.js"), "deploy", "--yes", "--file", operator.file];
  const child = spawn(process.execPath, args, { cwd: operator.folder, env: { ...process.env, ...operator.env } });
  let stderr = "";
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const log = `${operator.folder}/script.json.log`;
  const logged = () => (existsSync(log) ? readFileSync(log, "utf8") : "");
  while (!logged().includes("apply people") || !logged().includes("apply login")) {
    if (child.exitCode !== null) throw new Error(stderr);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill("SIGINT");
  expect(await ended).toBe(2);
  const lines = logged().trim().split("\n");
  expect(lines.filter((line) => line.startsWith("interrupt")).sort()).toEqual(["interrupt login", "interrupt people"]);
  expect(lines.some((line) => /rbac-c0|applied/.test(line))).toBe(false);
  expect(stderr).toContain("Stopping: Terraform finishes what it has begun, and nothing new begins.");
  operator.end();
});
