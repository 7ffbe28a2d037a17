import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { doctor } from "../../commands/doctor";
import type { Surroundings } from "../../commands/doctor/surroundings";
import { withGrants } from "../access-text";
import { machine } from "./doctor/machine";
import { printed } from "./printed";

const files = { "access.yaml": withGrants("[{ group: devs, clusterRole: view }]") };

/** Nothing outside this machine is asked: whatever is waited for has ended. */
const look = (
  changed: Record<string, string> = {},
  over: Partial<Surroundings> = {},
  options: { json?: boolean; cluster?: string[] } = {},
) =>
  printed({ ...files, ...changed }, (file) =>
    doctor({ file, json: false, ...options, surroundings: machine({ limit: () => AbortSignal.abort(), ...over }) }),
  );

test("with nothing installed, no network and nothing deployed, every subject is told and the answer is 1", async () => {
  const { code, stdout, stderr } = await look({}, {}, { json: true });
  expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
  const { findings } = JSON.parse(stdout) as { findings: { subject: string; severity: string; sentence: string }[] };
  expect([...new Set(findings.map(({ subject }) => subject))]).toEqual([
    "tools",
    "environment",
    "issuer",
    "cluster-endpoints",
    "stack-states",
    "association",
    "application",
    "people-kubeconfig",
    "token-cache",
  ]);
  expect(findings.filter(({ sentence }) => /undefined|\[object/.test(sentence))).toEqual([]);
});

test("a finding is one line, its remedy stands under it, and the last line counts", async () => {
  const { stdout } = await look();
  expect(stdout).toContain("broken         kubectl is not on the PATH\n               → Install it from ");
  expect(stdout).toMatch(/\n\n\d+ broken, \d+ warning, \d+ fine, \d+ not looked at\n$/);
});

test("a file with mistakes is 1, they are told, and the machine is looked at", async () => {
  const { code, stdout, stderr } = await look({ "access.yaml": "tenant: x\n" });
  expect(code).toBe(1);
  expect(stderr).toMatch(/^access\.yaml:1:9 tenant must be a GUID/);
  expect(stdout).toContain("kubectl is not on the PATH");
  expect(stdout).toContain("access.yaml cannot be used, so nothing that it is about was looked at");
});

test("a file that is not there is 2, and the machine is looked at", async () => {
  const { code, stdout, stderr } = await printed({}, (file) => doctor({ file, json: true, surroundings: machine() }));
  expect(code).toBe(2);
  expect(JSON.parse(stderr)).toMatchObject({ error: expect.stringContaining("access.yaml") as string });
  expect(JSON.parse(stdout)).toHaveProperty("findings");
});

test("a cluster that is not in the file is 2, and nothing is looked at", async () => {
  expect(await look({}, {}, { cluster: ["prdo"] })).toEqual({
    code: 2,
    stdout: "",
    stderr: '--cluster must name a cluster of the access file, got "prdo"; did you mean "prod"?\n',
  });
});

test("one cluster alone is looked at if it is named", async () => {
  const two = files["access.yaml"].replace(/$/, "\n  stage:\n    eks: { name: stage-eks, region: eu-central-1 }\n");
  const { stdout } = await look({ "access.yaml": two }, {}, { cluster: ["stage"] });
  expect(stdout).toContain("clusters.stage: ");
  expect(stdout).not.toContain("clusters.prod: ");
});

test("a probe that fails hides nothing of the others", async () => {
  const home = { toString: () => "" } as unknown as string;
  const { stdout } = await look({}, { home });
  expect(stdout).toMatch(/not looked at {2}people-kubeconfig: /);
  expect(stdout).toContain("kubectl is not on the PATH");
});

test("check loads no library of a cloud", () => {
  const root = join(__dirname, "..", "..");
  const script = `
    require("tsx/cjs");
    require("./commands/cli.ts").cli(() => undefined).parseAsync(["check"], { from: "user" }).then(() => {
      const loaded = Object.keys(require.cache).filter((file) => /@aws-sdk|@azure|@smithy|https-proxy-agent|commands.doctor(?!.verb)/.test(file));
      console.error(JSON.stringify(loaded));
    });`;
  const { stderr } = spawnSync(process.execPath, ["-e", script], { cwd: root, encoding: "utf8" });
  expect(stderr).toBe("[]\n");
});
