import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { parseAllDocuments } from "yaml";
import { root, workflow, workflows, type Job, type Step } from "./workflow";

const jobs = workflows.flatMap(({ file, jobs: all }) =>
  Object.entries(all).map(([name, job]) => ({ name: `${file} ${name}`, job })),
);
const stepsOf = ({ steps = [] }: Job) => steps;
const steps: readonly Step[] = jobs.flatMap(({ job }) => stepsOf(job));
const withOf = (action: string) => steps.filter(({ uses }) => uses?.startsWith(action)).map((step) => step.with ?? {});

test("there are workflows to judge", () => {
  expect(workflows.map(({ file }) => file)).toEqual([
    ".github/workflows/access.yml",
    ".github/workflows/ci.yml",
    ".github/workflows/release.yml",
    "docs/pipelines/github.yml",
    "docs/pipelines/synthesize.yml",
  ]);
  expect(steps.length).toBeGreaterThan(20);
});

test("every action is pinned by its commit, with the version beside it", () => {
  const uses = workflows.flatMap(({ text }) => text.split("\n").filter((line) => /\buses:/.test(line)));
  expect(uses.length).toBeGreaterThan(20);
  expect(uses.filter((line) => !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
});

test("an action has one commit in all workflows", () => {
  const found = workflows.flatMap(({ text }) => [...text.matchAll(/uses: ([\w./-]+)@(\w+)/g)]);
  const commits = new Map<string, Set<string>>();
  for (const [, action = "", commit = ""] of found) commits.set(action, (commits.get(action) ?? new Set()).add(commit));
  expect([...commits].filter(([, all]) => all.size > 1)).toEqual([]);
});

test.each(workflows)("$file gives a job no permission that it does not name", ({ permissions }) => {
  expect([{}, { contents: "read" }]).toContainEqual(permissions);
});

test("only these jobs write something, or get a token of the clouds", () => {
  const strong = jobs.flatMap(({ name, job }) => {
    const writes = Object.entries(job.permissions ?? {}).flatMap(([what, level]) => (level === "read" ? [] : [what]));
    return writes.length === 0 ? [] : [[name, writes]];
  });
  expect(strong).toEqual([
    [".github/workflows/access.yml comment", ["pull-requests"]],
    [".github/workflows/access.yml plan", ["id-token"]],
    [".github/workflows/access.yml apply", ["id-token"]],
    [".github/workflows/release.yml publish", ["contents", "id-token", "attestations", "artifact-metadata"]],
    ["docs/pipelines/github.yml access", ["pull-requests", "id-token"]],
    ["docs/pipelines/synthesize.yml synthesize", ["contents"]],
  ]);
});

test("what a script runs holds no expression, so nobody writes a part of it in a pull request", () => {
  const scripts = steps.flatMap(({ run }) => (run === undefined ? [] : [run]));
  expect(scripts.length).toBeGreaterThan(10);
  expect(scripts.filter((script) => script.includes("${{"))).toEqual([]);
});

test("no workflow has a stored secret, or runs what a fork brings with the rights of the repository", () => {
  for (const { text } of workflows) expect(text).not.toMatch(/secrets[.:[]|pull_request_target|workflow_run/);
});

test("a checkout keeps no credentials, and Go and Terraform have a version", () => {
  expect(withOf("actions/checkout").every((options) => options["persist-credentials"] === false)).toBe(true);
  expect(withOf("actions/setup-go")).toMatchObject([
    { "go-version": expect.stringMatching(/^\d+\.\d+\.\d+$/) as string },
  ]);
  const versions = withOf("hashicorp/setup-terraform").map((options) => options["terraform_version"]);
  expect([...new Set(versions)].sort()).toEqual(["${{ inputs.terraform-version }}", "1.11.4"]);
});

const called = workflow(".github/workflows/access.yml");
const { inputs } = called.on["workflow_call"] as { inputs: Record<string, { required?: boolean; default?: unknown }> };

test("the pull request of a fork is checked, and neither commented nor planned", () => {
  const ofSame = "github.event.pull_request.head.repo.full_name == github.repository";
  const { check, comment, plan, apply } = called.jobs;
  expect(check).toMatchObject({ permissions: { contents: "read" } });
  expect(check?.environment).toBeUndefined();
  expect(comment?.if).toBe(`github.event_name == 'pull_request' && ${ofSame}`);
  expect(plan?.if).toBe(`github.event_name != 'pull_request' || ${ofSame}`);
  expect(apply?.if).toBe("github.event_name == 'push' && github.ref_name == github.event.repository.default_branch");
});

test("plan and apply have an environment and an identity each", () => {
  const of = (job: string) => {
    const { environment, steps: all = [], ...rest } = called.jobs[job] as Job & { env: Record<string, string> };
    const aws = all.find(({ uses }) => uses?.startsWith("aws-actions/"))?.with?.["role-to-assume"];
    return [environment, rest.env["ARM_CLIENT_ID"], rest.env["EXPECTED_SUBJECT"], aws];
  };
  for (const phase of ["plan", "apply"])
    expect(of(phase)).toEqual(
      ["environment", "client-id", "subject", "role"].map((what) => `\${{ inputs.${phase}-${what} }}`),
    );
});

test("the workflow to copy hands over what is required, and nothing that is not there", () => {
  const [job] = Object.values(workflow("docs/pipelines/github.yml").jobs);
  const given = Object.keys(job?.with ?? {});
  expect(given.filter((name) => !(name in inputs))).toEqual([]);
  expect(Object.keys(inputs).filter((name) => inputs[name]?.required === true && !given.includes(name))).toEqual([]);
});

test("every file of this repository that a key of a cache is made of is there", () => {
  const files = workflows.flatMap(({ text }) => [...text.matchAll(/hashFiles\(([^)]*)\)/g)]);
  const named = files.flatMap(([, list = ""]) => [...list.matchAll(/'([^']+)'/g)].map(([, file = ""]) => file));
  expect(named.length).toBeGreaterThan(1);
  const isThere = (file: string) =>
    file.includes("*")
      ? readdirSync(join(root, dirname(file))).some((name) => name.endsWith(extname(file)))
      : existsSync(join(root, file));
  expect(named.filter((file) => !isThere(file))).toEqual([]);
});

test("the file for GitLab has no input inside a script, and no variable that must be kept secret", () => {
  const text = readFileSync(join(root, "docs", "pipelines", "gitlab-ci.yml"), "utf8");
  const [, pipeline] = parseAllDocuments(text).map((document) => document.toJS() as Record<string, Job>);
  const scripts = Object.values(pipeline ?? {}).flatMap((job) => {
    const { script = [], before_script: before = [] } = job as { script?: string[]; before_script?: string[] };
    return [...before, ...script];
  });
  expect(scripts.length).toBeGreaterThan(8);
  expect(scripts.filter((line) => line.includes("$[["))).toEqual([]);
  const names = [...text.matchAll(/\$\{?([A-Z][A-Z0-9_]+)/g)].map(([, name = ""]) => name);
  expect(names.filter((name) => /SECRET|PASSWORD|ACCESS_KEY|CI_JOB_TOKEN/.test(name))).toEqual([]);
});
