import { spawnSync } from "node:child_process";
import { findProgram, pathOf } from "../../sandbox/machine/program";

/** A program as kubectl finds it: Go, os/exec, LookPath. */
export function lookPath(name: string, env: NodeJS.ProcessEnv): string | undefined {
  const names = process.platform === "win32" ? [name, `${name}.exe`, `${name}.cmd`, `${name}.bat`] : [name];
  const folders = /[/\\]/.test(name) ? [""] : pathOf(env);
  return names.map((one) => findProgram(one, folders)).find((path) => path !== undefined);
}

/** The three numbers of a version. */
export type Version = readonly [major: number, minor: number, patch: number];

/** The version that a program prints; `undefined` if it prints none within ten seconds. */
export function versionOf(path: string, args: readonly string[], env: NodeJS.ProcessEnv): Version | undefined {
  const { stdout, stderr } = spawnSync(path, args, { encoding: "utf8", env, timeout: 10_000 });
  const found = /\bv(\d+)\.(\d+)\.(\d+)/.exec(`${stdout} ${stderr}`);
  return found === null ? undefined : [Number(found[1]), Number(found[2]), Number(found[3])];
}

export function isOlder(version: Version, than: Version): boolean {
  const at = version.findIndex((number, place) => number !== than[place]);
  return at !== -1 && (version[at] ?? 0) < (than[at] ?? 0);
}

export const inWords = (version: Version) => version.join(".");
