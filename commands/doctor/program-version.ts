import { execFile } from "node:child_process";

/** What a program says when it is asked for its version. */
export type Told = { readonly output: string } | { readonly missing: true } | { readonly failed: string };

/** Runs a program; what it prints on both streams is its output. */
export function told(
  name: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<Told> {
  return new Promise((resolve) => {
    execFile(name, [...args], { env, signal, windowsHide: true, maxBuffer: 1024 * 1024 }, (error, stdout, stderr) => {
      if (error === null) resolve({ output: `${stdout}\n${stderr}` });
      else if (error.code === "ENOENT" || error.code === "EACCES") resolve({ missing: true });
      else resolve({ failed: error.name === "AbortError" ? "it did not answer in time" : "it ended with an error" });
    });
  });
}

/** Goes on a sentence that says that a program does not tell its version. */
export const why = (answer: Told) => ("failed" in answer ? `: ${answer.failed}` : "");

/** Whether a version such as `1.36.3` is at least that one; parts that are no numbers count as 0. */
export function isAtLeast(version: string, wanted: readonly number[]): boolean {
  const given = version.split(".").map((part) => Number.parseInt(part, 10) || 0);
  const differing = wanted.findIndex((part, index) => given[index] !== part);
  return differing < 0 || (given[differing] ?? 0) >= (wanted[differing] ?? 0);
}
