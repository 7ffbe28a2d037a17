import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { withGrants } from "../access-text";

const root = join(__dirname, "..", "..");
let folder: string;
let temporary: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "entra-eks-"));
  temporary = join(folder, "tmp");
  mkdirSync(temporary);
});
afterEach(() => {
  for (const pid of pids().filter(isAlive)) process.kill(pid, "SIGKILL");
  rmSync(folder, { recursive: true });
});

/** A program that writes down its process before it does something. */
function script(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${text.replaceAll("PID", () => `echo $$ >> ${join(folder, "pids")}`)}\n`, {
    mode: 0o755,
  });
  return path;
}

/**
 * A Terraform that never ends by itself, after it has told its version. Asked to end it takes a second, and writes once more.
 * It can be asked from the moment that its processes are written down.
 */
const endlessTerraform = () =>
  script(
    "terraform",
    `case "$*" in *version*) echo Terraform v1.11.0; exit;; esac
trap 'kill $!; sleep 1; mkdir -p "$PWD/again"; touch ${join(folder, "ended")}; exit 1' INT
trap 'kill $!; exit 1' TERM
PID; sleep 600 & echo $! >> ${join(folder, "pids")}
wait`,
  );

function pids(): number[] {
  const file = join(folder, "pids");
  return existsSync(file) ? readFileSync(file, "utf8").trim().split("\n").map(Number) : [];
}

/** Whether a process is there; one that has ended and that nobody asked for is not. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${String(pid)}/status`, "utf8"));
  } catch {
    return false;
  }
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await wait(50);
}

interface Ended {
  readonly code: number | null;
  readonly stderr: string;
  /** Whether the slow server had ended when the failure was told. */
  readonly late: boolean;
}

/** The program's verb `sandbox`, with nothing of Kubernetes unless `assets` has it. */
function sandbox(
  terraform: string,
  text = withGrants("[]"),
  assets = folder,
): { child: ChildProcess; end: Promise<Ended> } {
  writeFileSync(join(folder, "access.yaml"), text);
  const child = spawn(process.execPath, [join(root, "bin", "entra-eks.js"), "sandbox"], {
    cwd: folder,
    env: {
      PATH: "/usr/bin:/bin",
      HOME: folder,
      TMPDIR: temporary,
      TERRAFORM_BINARY_NAME: terraform,
      KUBEBUILDER_ASSETS: assets,
    },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let [stderr, late] = ["", false];
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += String(chunk);
    late = existsSync(join(folder, "late"));
  });
  return {
    child,
    end: new Promise((resolve) =>
      child.on("close", (code) => {
        resolve({ code, stderr, late });
      }),
    ),
  };
}

const left = () => readdirSync(temporary).filter((name) => name.startsWith("entra-eks-"));

test.each(["SIGTERM", "SIGHUP", "SIGINT"] as const)(
  "%s while Terraform runs leaves no folder and no process",
  async (signal) => {
    const { child, end } = sandbox(endlessTerraform());
    await until(() => pids().length === 2);
    expect(left()).toHaveLength(1);
    child.kill(signal);
    const { code, stderr } = await end;
    expect({ code, stderr: stderr.trimEnd().split("\n").at(-1) }).toEqual({ code: 2, stderr: "Stopped." });
    expect(left()).toEqual([]);
    expect(pids().filter(isAlive)).toEqual([]);
    expect(existsSync(join(folder, "ended"))).toBe(true);
  },
);

(existsSync("/usr/bin/setpriv") ? test : test.skip)("a Terraform whose program is killed ends too", async () => {
  const { child, end } = sandbox(endlessTerraform());
  await until(() => pids().length === 2);
  child.kill("SIGKILL");
  await end;
  await until(() => pids().every((pid) => !isAlive(pid)));
});

test("a sandbox that does not start leaves no folder and no process, and one server's end is not told before the others'", async () => {
  const assets = join(folder, "assets");
  mkdirSync(assets);
  const server = `require("http").createServer((_, r) => r.end()).listen(Number(process.argv.find((a) => a.startsWith("--listen-client-urls=")).split(":").at(-1)), "127.0.0.1")`;
  script(join("assets", "etcd"), `PID; exec ${process.execPath} -e '${server}' -- "$@"`);
  script(
    join("assets", "kube-apiserver"),
    `case "$*" in */prod-eks*) echo broken; exit 1;; esac; PID; sleep 3; touch ${join(folder, "late")}; exit 1`,
  );
  const two = withGrants("[]").replace(
    "clusters:",
    "clusters:\n  other: { eks: { name: other, region: eu-central-1 } }",
  );
  const { end } = sandbox(endlessTerraform(), two, assets);
  expect(await end).toEqual({
    code: 2,
    stderr: expect.stringMatching(/kube-apiserver ended before it served:\nbroken\n$/) as string,
    late: true,
  });
  expect(left()).toEqual([]);
  expect(pids()).toHaveLength(2);
  expect(pids().filter(isAlive)).toEqual([]);
});
