import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { NoAnswer } from "../../config/no-answer";

export interface OtherRelease {
  readonly version: string;
  /** Its program that writes the stacks. */
  readonly program: string;
}

const Manifest = z.object({ version: z.string() });

/**
 * Installs another release into a folder of its own; no script of a package runs.
 *
 * @param wanted as npm takes it: a file, or the name with a version
 * @throws NoAnswer if npm does not install it, or it holds no program
 */
export async function installRelease(wanted: string, folder: string): Promise<OtherRelease> {
  mkdirSync(folder);
  const args = ["install", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"];
  const failed = await failureOf("npm", [...args, "--prefix", folder, wanted], folder, process.env);
  // docs.npmjs.com/cli/commands/npm-install: no such package, or no such version of it.
  if (failed !== undefined && /\b(E404|ETARGET)\b/.test(failed))
    throw new NoAnswer(`The registry that npm asks has no ${wanted}. Name the packed file of the release with --from`);
  if (failed !== undefined) throw new NoAnswer(`npm cannot install ${wanted}: ${failed}`);
  const home = join(folder, "node_modules", "entra-eks");
  const program = join(home, "dist", "main.js");
  if (!existsSync(program)) throw new NoAnswer(`${wanted} is no release of entra-eks: it has no dist/main.js`);
  const { version } = Manifest.parse(JSON.parse(readFileSync(join(home, "package.json"), "utf8")));
  return { version, program };
}

/** What another release needs to know of this machine; no credentials of the clouds. */
const passed = ["PATH", "HOME", "TMPDIR", "LANG", "SystemRoot"];

/** Node.js lets a program read everything, write into this folder alone, and start no other: nodejs.org/api/permissions.html */
const confined = (folder: string) => [
  process.allowedNodeEnvironmentFlags.has("--permission") ? "--permission" : "--experimental-permission",
  "--no-warnings",
  "--allow-fs-read=*",
  `--allow-fs-write=${join(folder, "*")}`,
];

/**
 * Has another release write the stacks of an access file. It is handed a copy and no credentials, and writes into one folder alone.
 *
 * @throws NoAnswer if it does not write them
 */
export async function writeWith({ version, program }: OtherRelease, file: string, folder: string): Promise<string> {
  const outdir = join(folder, "theirs");
  const known = Object.fromEntries(Object.entries(process.env).filter(([name]) => passed.includes(name)));
  const env = { ...known, ACCESS_FILE: file, CDKTF_OUTDIR: outdir };
  const failed = await failureOf(process.execPath, [...confined(folder), program], folder, env);
  if (failed !== undefined)
    throw new NoAnswer(`entra-eks ${version} does not write the stacks of this file: ${failed}`);
  return outdir;
}

/** The last words of a program that fails; nothing if it does not. */
const failureOf = (name: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv) =>
  new Promise<string | undefined>((resolve) => {
    execFile(name, [...args], { cwd, env, windowsHide: true, maxBuffer: 16 * 1024 * 1024 }, (error, _, stderr) => {
      resolve(error === null ? undefined : stderr.trim().split("\n").slice(0, 20).join("\n") || error.message);
    });
  });
