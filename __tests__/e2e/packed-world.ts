import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { realTest } from "./world";

const root = join(__dirname, "..", "..");

/** Runs a command in a folder, as somebody does who has no clone of this repository. */
export function run(cwd: string, command: string, ...args: readonly string[]) {
  const env: NodeJS.ProcessEnv = { ...process.env, CI: "true", CHECKPOINT_DISABLE: "1" };
  delete env["ACCESS_FILE"];
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, encoding: "utf8" });
  return { status, stdout, stderr };
}

const reached = run(root, "npm", "view", "yaml", "version", "--fetch-retries=0", "--fetch-timeout=20000").status === 0;
const missing = reached ? [] : ["no npm registry answers, so the packed file cannot be installed"];

/** The packed file, installed into an empty folder before the first test of a file, and a `test` that is skipped without a registry. */
export function packedWorld() {
  let parent: string | undefined;
  const at = (name: string) => join(parent ?? "", name);
  beforeAll(() => {
    if (missing.length > 0) return;
    parent = mkdtempSync(join(tmpdir(), "entra-eks-packed-"));
    succeed(run(root, "npm", "pack", "--pack-destination", parent));
    succeed(run(parent, "mkdir", "home"));
    const quiet = ["--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"];
    // As docs/deploy.md begins: the packed file is in the folder.
    succeed(run(parent, "cp", "entra-eks-0.1.0.tgz", "home"));
    succeed(run(at("home"), "npm", "install", ...quiet, "./entra-eks-0.1.0.tgz"));
  });
  afterAll(() => {
    if (parent !== undefined) rmSync(parent, { recursive: true, force: true });
  });
  return {
    real: (name: string, judge: () => void) => {
      realTest(missing)(name, () => {
        judge();
        return Promise.resolve();
      });
    },
    /** The folder with the packed file. */
    parent: () => at(""),
    /** The folder that it is installed into. */
    home: () => at("home"),
  };
}

function succeed({ status, stdout, stderr }: ReturnType<typeof run>): void {
  if (status !== 0) throw new Error(`${stdout}\n${stderr}`);
}
