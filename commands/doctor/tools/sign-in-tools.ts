import type { Finding } from "../finding";
import { askedKubectl, kubectl } from "./kubectl";
import { kubelogin } from "./kubelogin";
import { pluginAllowance } from "./plugin-allowance";

/**
 * What somebody who signs in needs on the machine: kubectl, kubelogin, and that the one may run the other.
 *
 * @param signsIn whether there is a cluster to sign in to
 */
export async function signInTools(env: NodeJS.ProcessEnv, signal: AbortSignal, signsIn: boolean): Promise<Finding[]> {
  const [asked, plugin] = await Promise.all([askedKubectl(env, signal), kubelogin(env, signal, signsIn)]);
  return [kubectl(asked, signsIn), plugin, ...(signsIn ? pluginAllowance(asked.version, env) : [])];
}
