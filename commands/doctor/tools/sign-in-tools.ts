import { aksPlugin } from "../../../model/clusters/aks-sign-in";
import type { SignInProgram } from "../../../model/clusters/sign-in-programs";
import { signInPlugin } from "../../../model/login/sign-in-arguments";
import type { Finding } from "../finding";
import { azureKubelogin } from "./azure-kubelogin";
import { askedKubectl, kubectl } from "./kubectl";
import { kubelogin } from "./kubelogin";
import { oc } from "./oc";
import { pluginAllowance } from "./plugin-allowance";

const plugins = { kubelogin: signInPlugin, "azure-kubelogin": aksPlugin } as const;

/**
 * What somebody who signs in needs on the machine: kubectl, what signs in, and that the one may run the other. oc is both.
 *
 * @param signsIn whether there is a cluster to sign in to
 * @param programs what signs in to these
 */
export async function signInTools(
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
  signsIn: boolean,
  programs: readonly SignInProgram[] = ["kubelogin"],
): Promise<Finding[]> {
  const look: Readonly<Record<SignInProgram, () => Promise<Finding>>> = {
    kubelogin: () => kubelogin(env, signal, signsIn),
    "azure-kubelogin": () => azureKubelogin(env, signal),
    oc: () => oc(env, signal),
  };
  const run = programs.filter((program) => program !== "oc");
  const [asked, ...found] = await Promise.all([
    askedKubectl(env, signal),
    ...programs.map((program) => look[program]()),
  ]);
  const allowances = signsIn ? run.flatMap((program) => pluginAllowance(asked.version, env, plugins[program])) : [];
  return [...(run.length === 0 ? [] : [kubectl(asked, signsIn)]), ...found, ...allowances];
}
