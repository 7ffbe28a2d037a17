import { spawnSync } from "node:child_process";

/** An administrator's kubectl; it signs in with a certificate, so nothing in this process has to answer meanwhile. */
export function kubectl(args: readonly string[], input = ""): string {
  const { status, stdout, stderr } = spawnSync("kubectl", args, { input, encoding: "utf8", maxBuffer: 2 ** 26 });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}
