import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";

/**
 * An administrator's kubectl; it signs in with a certificate, so nothing in this process has to answer meanwhile. What it
 * remembers of a server lies beside the kubeconfig, since another server may come to have the same port.
 *
 * @param args begin with `--kubeconfig` and a file
 */
export function kubectl(args: readonly string[], input = ""): string {
  const [, kubeconfig = ""] = args;
  const env = { ...process.env, KUBECACHEDIR: join(dirname(kubeconfig), "kubectl-cache") };
  const { status, stdout, stderr } = spawnSync("kubectl", args, { input, encoding: "utf8", maxBuffer: 2 ** 26, env });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}
