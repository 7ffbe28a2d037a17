import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(__dirname, "..", "..");
let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "entra-eks-"))));
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const node = (args: readonly string[], environment: Readonly<Record<string, string>> = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, CDKTF_OUTDIR: join(folder, "out"), ...environment },
  });
  return { status, stdout, stderr };
};
const program = (environment: Readonly<Record<string, string>> = {}) =>
  node(["--import", "tsx", "main.ts"], environment);
const command = (...args: readonly string[]) => node(["bin/entra-eks.js", ...args]);

test("the program writes every stack of the sample and says what each holds", () => {
  const { status, stdout, stderr } = program();
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toMatch(/^people {6}3 azuread_group\nlogin {7}1 azuread_application,/);
  for (const stack of ["people", "login", "eks-prod", "rbac-prod", "eks-stage", "rbac-stage"]) {
    expect(existsSync(join(folder, "out", "stacks", stack, "cdk.tf.json"))).toBe(true);
  }
});

test("a bad file makes the program print its mistakes and nothing else, and write nothing", () => {
  const file = join(folder, "bad.yaml");
  writeFileSync(file, "tenant: x\nlogn: {}\n");
  expect(program({ ACCESS_FILE: file })).toEqual({
    status: 1,
    stdout: "",
    stderr: `${file}:1:9 tenant must be a GUID such as 8f3c0a5e-6d0b-4a41-9a43-0d6f4b9f2c11, got "x"\n${file}:2:1 logn must be a known key; did you mean "login"?\n`,
  });
  expect(existsSync(join(folder, "out"))).toBe(false);
});

test.each(readdirSync(join(root, "docs", "examples")).filter((name) => name.endsWith(".yaml")))(
  "%s is written on a machine that has Node.js and nothing else",
  (name) => {
    cpSync(join(root, "docs", "examples"), join(folder, "examples"), { recursive: true });
    const { status, stderr } = program({ ACCESS_FILE: join(folder, "examples", name), PATH: folder });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  },
);

test.each(["true", "false"])("Terraform beside what the program writes keeps cdktf from running it, HCL: %s", (hcl) => {
  const environment = { SYNTH_HCL_OUTPUT: hcl };
  expect(program(environment).status).toBe(0);
  const more = join(folder, "out", "stacks", "people", "more.tf");
  writeFileSync(more, "");
  expect(program(environment)).toEqual({
    status: 2,
    stdout: "",
    stderr: `Terraform would run what is not of the access file: ${more}. Find out where that comes from, and delete it\n`,
  });
});

test("wrong use ends with 2 and help with 0", () => {
  expect(command("chek").status).toBe(2);
  const help = command("check", "--help");
  expect(help).toMatchObject({ status: 0, stderr: "" });
  expect(help.stdout).toContain("Exit status: 0 no mistakes, 1 mistakes");
});

test("a verb's exit code is the process's", () => {
  const file = join(folder, "access.yaml");
  writeFileSync(file, "tenant: x\n");
  expect(command("check", "--file", file).status).toBe(1);
  expect(command("check", "--file", join(folder, "missing.yaml")).status).toBe(2);
});
