import { aksPlugin } from "../../../model/clusters/aks-sign-in";
import { signInPlugin } from "../../../model/login/sign-in-arguments";
import type { Finding } from "../finding";
import { azureKubelogin } from "./azure-kubelogin";
import { askedKubectl, kubectl } from "./kubectl";
import { kubelogin } from "./kubelogin";
import { pluginAllowance } from "./plugin-allowance";

/**
 * What somebody who signs in needs on the machine: kubectl, kubelogin, and that the one may run the other.
 *
 * @param signsIn whether there is a cluster to sign in to
 * @param aks how many of these are AKS, where Azure's kubelogin signs in
 */
export async function signInTools(
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
  signsIn: boolean,
  aks: "none" | "some" | "all" = "none",
): Promise<Finding[]> {
  const [asked, ...found] = await Promise.all([
    askedKubectl(env, signal),
    ...(aks === "all" ? [] : [kubelogin(env, signal, signsIn)]),
    ...(aks === "none" ? [] : [azureKubelogin(env, signal)]),
  ]);
  const plugins = [...(aks === "all" ? [] : [signInPlugin]), ...(aks === "none" ? [] : [aksPlugin])];
  const allowances = signsIn ? plugins.flatMap((plugin) => pluginAllowance(asked.version, env, plugin)) : [];
  return [kubectl(asked, signsIn), ...found, ...allowances];
}
