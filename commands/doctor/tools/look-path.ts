import { findProgram, pathOf } from "../../../sandbox/machine/program";

/** A program as kubectl finds it: Go, os/exec, LookPath. */
export function lookPath(name: string, env: NodeJS.ProcessEnv): string | undefined {
  const names = process.platform === "win32" ? [name, `${name}.exe`, `${name}.cmd`, `${name}.bat`] : [name];
  const folders = /[/\\]/.test(name) ? [""] : pathOf(env);
  return names.map((one) => findProgram(one, folders)).find((path) => path !== undefined);
}
