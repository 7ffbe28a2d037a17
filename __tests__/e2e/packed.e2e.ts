import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { synth } from "../synth";
import { packedWorld, run } from "./packed-world";

const { real, home, parent } = packedWorld();
const root = join(__dirname, "..", "..");
const sample = join(root, "access.yaml");

const stacksOf = (outdir: string) =>
  Object.fromEntries(
    readdirSync(join(outdir, "stacks")).map((name) => [
      name,
      JSON.parse(readFileSync(join(outdir, "stacks", name, "cdk.tf.json"), "utf8")) as unknown,
    ]),
  );

/** CDKTF notes where it is installed, which differs. */
const plain = (value: unknown, folder: string) =>
  JSON.parse(JSON.stringify(value).replaceAll(folder, "/srv/access")) as unknown;

real("init writes what passes check and synthesizes, and a second one is refused", () => {
  const entraEks = (...args: readonly string[]) => run(home(), "node_modules/.bin/entra-eks", ...args);
  const options = ["--group", "developers=ada@contoso.com", "--cluster", "prod@eu-central-1"];
  const begun = entraEks("init", "--yes", "--tenant", "8f3c0a5e-6d0b-4a41-9a43-0d6f4b9f2c11", ...options);
  expect(begun).toMatchObject({ status: 0, stderr: "" });
  const checked = entraEks("check");
  expect(checked.status).toBe(0);
  const [manual = "none"] = /(?<=See )\S+\.md/.exec(checked.stdout) ?? [];
  expect(manual).toBe("node_modules/entra-eks/docs/warnings.md");
  expect(existsSync(join(home(), manual))).toBe(true);
  const schema = /\$schema=(\S+)/.exec(readFileSync(join(home(), "access.yaml"), "utf8"))?.[1] ?? "none";
  expect(existsSync(join(home(), schema))).toBe(true);
  expect(run(home(), "npm", "run", "check")).toMatchObject({ status: 0 });
  expect(run(home(), "npm", "run", "synth")).toMatchObject({ status: 0 });
  expect(Object.keys(stacksOf(join(home(), "cdktf.out"))).sort()).toEqual(["eks-prod", "login", "people", "rbac-prod"]);
  expect(entraEks("init", "--yes", "--tenant", "8f3c0a5e-6d0b-4a41-9a43-0d6f4b9f2c11")).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("init overwrites nothing") as string,
  });
});

real("upgrade to the same release, installed and run apart, changes nothing", () => {
  const packed = join(parent(), "entra-eks-0.1.0.tgz");
  const { status, stdout } = run(home(), "node_modules/.bin/entra-eks", "upgrade", "--from", packed, "--file", sample);
  expect(stdout).toBe("Nothing changes in the Terraform of this file from entra-eks 0.1.0 to 0.1.0.\n");
  expect(status).toBe(0);
});

real("the packed file holds the program, its types and its schema, and neither sources nor tests", () => {
  const names = readdirSync(join(home(), "node_modules", "entra-eks"), { recursive: true, encoding: "utf8" });
  expect(names).toEqual(
    expect.arrayContaining(["bin/entra-eks.js", "dist/main.js", "dist/types/main.d.ts", "access.schema.json"]),
  );
  expect(names.filter((name) => /__tests__|\.test\.|(?<!\.d)\.ts$|^main|^bench|^node_modules/.test(name))).toEqual([]);
});

real("the installed command answers as the clone does", () => {
  for (const args of [
    ["check", "--json"],
    ["report", "--format", "markdown"],
    ["permissions", "--json"],
    ["report", "--format", "html"],
  ]) {
    const command = [...args, "--file", sample];
    const installed = run(home(), "node_modules/.bin/entra-eks", ...command);
    expect(installed).toEqual(run(root, process.execPath, "bin/entra-eks.js", ...command));
    expect(installed.status).toBe(0);
    expect(installed.stdout.length).toBeGreaterThan(100);
  }
});

real("the installed program writes the Terraform that the clone writes", () => {
  const folder = join(home(), "synthesized");
  mkdirSync(folder);
  cpSync(sample, join(folder, "access.yaml"));
  const schema = join(home(), "node_modules", "entra-eks", "access.schema.json");
  const { mtimeMs } = statSync(schema);
  expect(run(folder, process.execPath, "../node_modules/entra-eks/dist/main.js")).toMatchObject({ status: 0 });
  // Modules that write pages and schemas when they are started do not take themselves for started.
  expect(statSync(schema).mtimeMs).toBe(mtimeMs);
  const { stacks } = synth(readFileSync(sample, "utf8"));
  const written = plain(stacksOf(join(folder, "cdktf.out")), folder);
  expect(Object.keys(written as object).sort()).toEqual(Object.keys(stacks).sort());
  expect(stacksOf(join(folder, "cdktf.out"))).not.toEqual({});
  const cloned = run(
    folder,
    process.execPath,
    "--import",
    join(root, "node_modules/tsx/dist/loader.mjs"),
    join(root, "main.ts"),
  );
  expect(cloned).toMatchObject({ status: 0 });
  expect(plain(stacksOf(join(folder, "cdktf.out")), folder)).toEqual(written);
});

real("a program of your own compiles strictly with the package's types, and adds its stacks", () => {
  const folder = join(home(), "own");
  mkdirSync(folder);
  cpSync(sample, join(folder, "access.yaml"));
  writeFileSync(
    join(folder, "main.ts"),
    `import { App, TerraformOutput, TerraformStack } from "cdktf";
import { defineSignIn, loadAccess, type PlacedAccess } from "entra-eks";

const app = new App();
const file: PlacedAccess = loadAccess("access.yaml");
defineSignIn(app, file);
new TerraformOutput(new TerraformStack(app, "own"), "tenant", { value: file.access.tenant });
app.synth();
`,
  );
  const options = { strict: true, module: "node20", target: "es2022", types: [], skipLibCheck: false };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: options, files: ["main.ts"] }));
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  expect(run(folder, process.execPath, tsc, "-p", folder)).toMatchObject({ status: 0, stdout: "" });
  expect(run(folder, process.execPath, "main.js")).toMatchObject({ status: 0 });
  const stacks = stacksOf(join(folder, "cdktf.out"));
  expect(Object.keys(stacks)).toEqual(expect.arrayContaining(["login", "own", "people", "rbac-prod"]));
  expect(stacks["own"]).toMatchObject({ output: { tenant: { value: "8f3c0a5e-6d0b-4a41-9a43-0d6f4b9f2c11" } } });

  writeFileSync(join(folder, "main.ts"), 'import { defineSignIn } from "entra-eks";\ndefineSignIn(1, 2);\n');
  expect(run(folder, process.execPath, tsc, "-p", folder).stdout).toContain("error TS2345");
});
