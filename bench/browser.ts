import { spawnSync } from "node:child_process";
import { chromium, type Browser } from "playwright-core";

/** Where Chromium is, as CHROME or on the PATH; or why there is none. */
export function findBrowser(env: NodeJS.ProcessEnv): { readonly binary: string } | { readonly missing: string } {
  const named = env["CHROME"];
  const { status, stdout } = spawnSync("sh", ["-c", 'command -v "$0"', named ?? "chromium"], { encoding: "utf8" });
  if (status === 0) return { binary: stdout.trim() };
  return { missing: named === undefined ? "no chromium is on the PATH" : `CHROME names ${named}, which is not there` };
}

/** Starts Chromium without a window, however long a busy machine takes. */
export const startBrowser = (binary: string): Promise<Browser> =>
  // Chromium refuses to start its own sandbox for root, as whom containers run.
  chromium.launch({ executablePath: binary, chromiumSandbox: process.getuid?.() !== 0, timeout: 0 });
