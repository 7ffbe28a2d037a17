import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";
import { accessOf, withTenant } from "../access-text";
import { git } from "../git";
import { root, scriptOf } from "../workflows/workflow";
import { missingMirrors } from "./cdktf";
import { OperatorFolder } from "./operator-folder";
import { testWorld } from "./test-world";
import { missingParts } from "./world";

const text = (members: string) =>
  withTenant(`
groups:
  devs: { members: [${members}] }
login: { protect: false }
clusters:
  c0:
    eks: { name: c0-eks, region: eu-central-1 }
    grants: [{ group: devs, clusterRole: view }]
terraform: { providers: { aws: ">= 5.0" } }
`);
const everybody = "ada@contoso.com, bob@contoso.com";

const { real, world } = testWorld(accessOf(text(everybody)), { missing: [...missingParts(), ...missingMirrors()] });

/** The folder of a runner: a clone with the program installed. */
class Runner extends OperatorFolder {
  private readonly programs = join(this.directory, "programs");

  constructor() {
    super(world.sandbox);
    mkdirSync(this.programs);
    const npx = join(this.programs, "npx");
    writeFileSync(npx, `#!/bin/sh\nshift\nexec '${process.execPath}' '${join(root, "bin", "entra-eks.js")}' "$@"\n`);
    chmodSync(npx, 0o755);
    git(this.directory, "init", "-q", "-b", "main");
  }

  commit(accessText: string): void {
    this.write(accessText);
    git(this.directory, "add", "access.yaml");
    git(this.directory, "commit", "-qm", "access");
  }

  step(script: string, env: Readonly<Record<string, string>>) {
    // A runner forgets what it has recorded.
    rmSync(join(this.directory, "state", "deployed"), { recursive: true, force: true });
    const summary = join(this.directory, "summary.md");
    const path = `${this.programs}:${process.env["PATH"] ?? ""}`;
    return this.bash(script, { ...env, PATH: path, GITHUB_STEP_SUMMARY: summary });
  }

  summary(): string {
    return readFileSync(join(this.directory, "summary.md"), "utf8");
  }
}

let made: Runner | undefined;
const runner = (): Runner => (made ??= new Runner());

const workflow = ".github/workflows/access.yml";
const plan = scriptOf(workflow, "who gains and loses access, and what Terraform would change");
const deploy = scriptOf(workflow, "deploy what was planned");

real("GitHub's steps plan and deploy the first file", async () => {
  runner().commit(text("ada@contoso.com"));
  const before = { BEFORE: "0".repeat(40) };
  expect(await runner().step(plan, before)).toMatchObject({ status: 0 });
  expect(runner().summary()).toMatch(/^\n( {4}.*\n)*.*azuread_group\.[^]*\n$/);
  expect(await runner().step(deploy, before)).toMatchObject({ status: 0 });
});

real("GitHub's plan of a pull request says in the summary who gains access", async () => {
  runner().commit(text(everybody));
  expect(await runner().step(plan, { BEFORE: "HEAD^1" })).toMatchObject({ status: 0 });
  expect(runner().summary()).toContain("+ bob@contoso.com may now do what ClusterRole view allows everywhere on c0");
});

const gitlab = parseAllDocuments(readFileSync(join(root, "docs", "pipelines", "gitlab-ci.yml"), "utf8"))[1]!.toJS() as {
  readonly ".clouds": { readonly before_script: readonly string[] };
  readonly plan: { readonly script: readonly string[] };
  readonly apply: { readonly script: readonly string[] };
};
const against = gitlab[".clouds"].before_script.filter((line) => line.includes("AGAINST"));

real("GitLab's jobs plan and deploy the same change, and then there is nothing to do", async () => {
  const before = { CI_COMMIT_BEFORE_SHA: git(runner().directory, "rev-parse", "HEAD^1").trim() };
  const job = ({ script }: { readonly script: readonly string[] }) =>
    runner().step(["set -e", ...against, ...script].join("\n"), before);
  const planned = await job(gitlab.plan);
  expect(planned).toMatchObject({ status: 0 });
  expect(planned.stdout).toContain("+ bob@contoso.com may now do");
  expect(await job(gitlab.apply)).toMatchObject({ status: 0 });
  expect((await job(gitlab.plan)).stdout).toContain("nothing to do");
});
