import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, openSync, closeSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withGrants, withTenant } from "../access-text";

const root = join(__dirname, "..", "..");
let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "entra-eks-"))));
afterEach(() => {
  rmSync(folder, { recursive: true });
});

interface Given {
  readonly input?: string;
  readonly stdout?: number;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** In milliseconds. */
  readonly timeout?: number;
}

function command(args: readonly string[], { input, stdout, cwd = folder, env = {}, timeout }: Given = {}) {
  return spawnSync(process.execPath, [join(root, "bin", "entra-eks.js"), ...args], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, ...env },
    ...(timeout === undefined ? {} : { timeout, killSignal: "SIGKILL" }),
    ...(input === undefined ? {} : { input }),
    ...(stdout === undefined ? {} : { stdio: ["ignore", stdout, "pipe"] }),
  });
}

const file = (text: string, name = "access.yaml") => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

test("without any name the access file is access.yaml, where the program runs", () => {
  file(withGrants("[]"));
  expect(command(["check"])).toMatchObject({
    status: 0,
    stdout: expect.stringContaining("access.yaml makes 1 login") as string,
  });
  expect(command(["check"], { env: { ACCESS_FILE: "other.yaml" } })).toMatchObject({
    status: 2,
    stderr: "other.yaml must be an access file, but there is none; name another with --file or ACCESS_FILE\n",
  });
});

test("- is stdin, and so is /dev/stdin", () => {
  for (const name of ["-", "/dev/stdin"]) {
    const { status, stdout } = command(["check", "--file", name], { input: "tenant: x\n" });
    expect({ status, stdout }).toEqual({
      status: 1,
      stdout: `${name}:1:9 tenant must be a GUID such as 8f3c0a5e-6d0b-4a41-9a43-0d6f4b9f2c11, got "x"\n`,
    });
  }
});

test("a stream by the number of its descriptor is read as well", () => {
  for (const name of ["/dev/fd/0", "/proc/self/fd/0"]) {
    const { status, stdout } = spawnSync(
      "sh",
      ["-c", 'echo "tenant: x" | "$0" "$@"', process.execPath, join(root, "bin", "entra-eks.js"), "check", "-f", name],
      { encoding: "utf8" },
    );
    expect({ status, stdout }).toEqual({
      status: 1,
      stdout: expect.stringMatching(`^${name}:1:9 tenant must be`) as string,
    });
  }
});

test("a pipe that nobody writes to is refused, not waited for", () => {
  const pipe = join(folder, "pipe.yaml");
  execFileSync("mkfifo", [pipe]);
  const { status, stderr } = command(["check", "--file", pipe], { timeout: 240_000 });
  expect({ status, stderr }).toEqual({ status: 2, stderr: `${pipe} must be a file, got a device or a pipe\n` });
});

test("a stream is read no further than a file", () => {
  const { status, stdout } = command(["check", "--file", "-"], { input: `#${" ".repeat(4 * 1024 * 1024)}` });
  expect({ status, stdout }).toEqual({ status: 1, stdout: "-:1:1 must be 4 MiB or less, got more\n" });
});

test("output that nobody takes, or that no disk has room for, is no answer, and no stack trace", () => {
  file(withTenant(Array.from({ length: 2000 }, (_, index) => `k${String(index)}: 1`).join("\n")));
  const full = openSync("/dev/full", "w");
  const { status, stderr } = command(["check"], { stdout: full });
  closeSync(full);
  expect(status).toBe(2);
  expect(stderr).toMatch(/^The output cannot be written: .*ENOSPC.*\n$/);
  const piped = spawnSync(
    "sh",
    ["-c", `"$0" "$1" check 2>err | head -c 1; cat err >&2`, process.execPath, join(root, "bin", "entra-eks.js")],
    { cwd: folder, encoding: "utf8" },
  );
  expect(piped.stderr).toBe("");
});

/** Runs what a verb would do. */
function verb(body: string, env: Readonly<Record<string, string>> = {}) {
  const script = `require("tsx/cjs"); require("./commands/terminal/top.ts").runToEnd(() => { ${body} })`;
  return spawnSync(process.execPath, ["-e", script], { cwd: root, encoding: "utf8", env: { ...process.env, ...env } });
}

const fault = 'new TypeError("x\\ny")';

test.each([
  ["at once", `throw ${fault}`],
  ["later", `setTimeout(() => { throw ${fault} })`],
  ["in a promise that nobody waits for", `void Promise.reject(${fault})`],
])("a fault of the program that is thrown %s is one sentence and 2, never 1", (_, body) => {
  expect(verb(body)).toMatchObject({
    status: 2,
    stderr: "This is a fault of entra-eks, not yours: x. ENTRA_EKS_TRACE=1 shows where. Please report it\n",
  });
});

test("a variable shows where a fault is", () => {
  expect(verb(`throw ${fault}`, { ENTRA_EKS_TRACE: "1" }).stderr).toContain("at ");
});

test("what the system refuses is no fault of the program", () => {
  expect(verb('require("node:fs").mkdirSync("/dev/null/out")')).toMatchObject({
    status: 2,
    stderr: "entra-eks cannot go on: ENOTDIR: not a directory, mkdir '/dev/null/out'\n",
  });
});

test("--strict makes warnings a no, and each verb's help says what its exit statuses mean", () => {
  file(withGrants("[]"));
  expect(command(["check"]).status).toBe(0);
  expect(command(["check", "--strict"]).status).toBe(1);
  const exits = ["check", "kubeconfig", "portal-values", "permissions", "sandbox"].map(
    (verb) => /Exit status: (.*)/.exec(command([verb, "--help"]).stdout)?.[1] ?? "",
  );
  expect(exits.filter((text) => /^0 .*, 1 .*, 2 /.test(text))).toHaveLength(5);
  expect(new Set(exits).size).toBeGreaterThan(3);
});

test("with --json an error is JSON", () => {
  const { status, stdout, stderr } = command(["check", "--json", "--file", "none.yaml"]);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(JSON.parse(stderr)).toEqual({ error: expect.stringContaining("none.yaml must be an access file") as string });
});

test("local states are made for the owner alone, and check tells of those that are not", () => {
  const access = file(withGrants("[]"));
  const { status } = spawnSync(process.execPath, ["--import", "tsx", "main.ts"], {
    cwd: root,
    env: { ...process.env, ACCESS_FILE: access, CDKTF_OUTDIR: join(folder, "out") },
  });
  expect(status).toBe(0);
  expect(statSync(join(folder, "state")).mode & 0o777).toBe(0o700);
  const other = join(folder, "other");
  mkdirSync(join(other, "state"), { recursive: true });
  writeFileSync(join(other, "access.yaml"), withGrants("[]"));
  writeFileSync(join(other, "state", "users.tfstate"), "");
  // Whatever umask the tests run with.
  chmodSync(join(other, "state"), 0o755);
  chmodSync(join(other, "state", "users.tfstate"), 0o644);
  expect(command(["check"], { cwd: other }).stdout).toContain(
    `backend keeps secrets in ${join(other, "state", "users.tfstate")}, which others on this machine can read`,
  );
  chmodSync(join(other, "state"), 0o700);
  expect(command(["check"], { cwd: other }).stdout).not.toContain("keeps secrets");
});
