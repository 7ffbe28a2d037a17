import { aksPlugin } from "../../../model/clusters/aks-sign-in";
import { about, type Finding } from "../finding";
import { isAtLeast, told, why } from "../program-version";

const { broken, fine, warning } = about("tools");
const remedy = "Install it with az aks install-cli, or from github.com/Azure/kubelogin";

/** `--disable-environment-override`: github.com/Azure/kubelogin/pull/594 */
const oldest = [0, 1, 7] as const;

/** Azure's kubelogin, by which people sign in to AKS clusters. int128's may have the same name. */
export async function azureKubelogin(env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<Finding> {
  const answer = await told(aksPlugin, ["--version"], env, signal);
  if ("missing" in answer) {
    return broken("azure-kubelogin-missing", "Azure's kubelogin, which AKS needs, is not on the PATH", remedy);
  }
  const output = "output" in answer ? answer.output : "";
  if (!/git hash/.test(output)) {
    if (!/kubelogin version/.test(output))
      return warning("azure-kubelogin-silent", `Azure's kubelogin does not say its version${why(answer)}`, remedy);
    return broken(
      "azure-kubelogin-other",
      "The kubelogin on the PATH is int128's, and AKS needs Azure's program of that name",
      `Put Azure's first on the PATH. int128's still works as kubectl-oidc_login. ${remedy}`,
    );
  }
  const [, version] = /git hash:\s*v?(\d+\.\d+\.\d+)/.exec(output) ?? [];
  if (version === undefined) return fine("azure-kubelogin", "Azure's kubelogin is there");
  if (isAtLeast(version, oldest)) return fine("azure-kubelogin", `Azure's kubelogin is ${version}`);
  return broken(
    "azure-kubelogin-old",
    `Azure's kubelogin is ${version}, and the kubeconfig needs ${oldest.join(".")} or newer`,
    remedy,
  );
}
