import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

export interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

export interface Job {
  readonly if?: string;
  readonly uses?: string;
  readonly environment?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps?: readonly Step[];
  readonly with?: Readonly<Record<string, unknown>>;
}

/** A workflow of GitHub Actions. */
export interface Workflow {
  readonly file: string;
  readonly text: string;
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

export const root = join(__dirname, "..", "..");

/** A workflow of this repository, by its path. */
export function workflow(file: string): Workflow {
  const text = readFileSync(join(root, file), "utf8");
  return { file, text, ...(parse(text) as Omit<Workflow, "file" | "text">) };
}

const inFolder = (folder: string) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`);

/** Our own, the one that others call, and those that they copy. */
export const workflows = [...inFolder(".github/workflows"), ...inFolder("docs/pipelines")]
  .filter((file) => file.endsWith(".yml") && !file.includes("gitlab"))
  .map(workflow);

/** What a step runs; by its name. */
export function scriptOf(file: string, name: string): string {
  const steps = Object.values(workflow(file).jobs).flatMap((job) => job.steps ?? []);
  const script = steps.find((step) => step.name === name)?.run;
  if (script === undefined) throw new Error(`no step of ${file} that is called ${name} runs something`);
  return script;
}
