import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
}

const folder = join(__dirname, "..", ".github", "workflows");
const workflows = readdirSync(folder).map((name) => {
  const text = readFileSync(join(folder, name), "utf8");
  return { name, text, ...(parse(text) as Workflow) };
});
const stepsOf = ({ jobs }: Workflow) => Object.values(jobs).flatMap(({ steps }) => steps);
const steps = workflows.flatMap(stepsOf);

test("every action is pinned by its commit, with the version beside it", () => {
  const uses = workflows.flatMap(({ text }) => text.split("\n").filter((line) => line.includes("uses:")));
  expect(uses.length).toBeGreaterThan(10);
  expect(uses.filter((line) => !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
});

test("a workflow may read the repository and nothing else, unless a job asks for more", () => {
  expect(workflows.map(({ name, permissions }) => [name, permissions])).toEqual(
    workflows.map(({ name }) => [name, { contents: "read" }]),
  );
});

test("no command of a workflow holds an expression, which whoever names a branch could fill", () => {
  expect(steps.flatMap(({ run = "" }) => (run.includes("${{") ? [run] : []))).toEqual([]);
});

test("no workflow has a stored secret", () => {
  expect(workflows.flatMap(({ name, text }) => (/\bsecrets\./.test(text) ? [name] : []))).toEqual([]);
});

test("a checkout keeps no credentials, and Go and Terraform have a version", () => {
  const withOf = (action: string) =>
    steps.filter(({ uses }) => uses?.startsWith(action)).map((step) => step.with ?? {});
  expect(withOf("actions/checkout").every((options) => options["persist-credentials"] === false)).toBe(true);
  expect(withOf("actions/setup-go")).toMatchObject([
    { "go-version": expect.stringMatching(/^\d+\.\d+\.\d+$/) as string },
  ]);
  expect(withOf("hashicorp/setup-terraform")).toMatchObject([
    { terraform_version: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string },
  ]);
});
