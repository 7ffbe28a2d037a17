import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
const text = readFileSync(join(__dirname, "..", ".github", "workflows", "ci.yml"), "utf8");
const { jobs } = parse(text) as { jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>> };
const steps = Object.values(jobs).flatMap((job) => job.steps);

test("every action is pinned by its commit, with the version beside it", () => {
  const uses = text.split("\n").filter((line) => line.includes("uses:"));
  expect(uses.length).toBeGreaterThan(4);
  expect(uses.filter((line) => !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
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
