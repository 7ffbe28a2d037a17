import { signInPlugin } from "../../../model/login/sign-in-arguments";
import { about, type Finding } from "../finding";
import { isAtLeast, told, why } from "../program-version";

const { broken, fine, warning } = about("tools");
const remedy = "Install it with kubectl krew install oidc-login, or from github.com/int128/kubelogin";

/** `--oidc-pkce-method`: github.com/int128/kubelogin/pull/1240 */
const oldest = [1, 32] as const;

/** kubelogin of int128, which kubectl finds as its plugin. Azure has another program of that name. */
export async function kubelogin(env: NodeJS.ProcessEnv, signal: AbortSignal, signsIn: boolean): Promise<Finding> {
  const answer = await told(signInPlugin, ["--version"], env, signal);
  if ("missing" in answer) {
    if (!signsIn) return fine("kubelogin", "kubelogin is not on the PATH, and this file has no cluster to sign in to");
    return otherName(env, signal);
  }
  const [, version] = ("output" in answer && /kubelogin version v?([^\s(]+)/.exec(answer.output)) || [];
  if (version === undefined)
    return warning("kubelogin-silent", `kubelogin does not say its version${why(answer)}`, remedy);
  if (!/^\d/.test(version)) return fine("kubelogin", `kubelogin is there, built without a version (${version})`);
  if (isAtLeast(version, oldest)) return fine("kubelogin", `kubelogin is ${version}`);
  return broken(
    "kubelogin-old",
    `kubelogin is ${version}, and the kubeconfig needs ${oldest.join(".")} or newer`,
    remedy,
  );
}

async function otherName(env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<Finding> {
  const missing = `kubelogin (${signInPlugin}) is not on the PATH`;
  const answer = await told("kubelogin", ["--version"], env, signal);
  if (!("output" in answer)) return broken("kubelogin-missing", missing, remedy);
  // Azure's says "git hash" where int128's says "kubelogin version v1…".
  if (/git hash/.test(answer.output)) {
    return broken("kubelogin-azure", `${missing}. The kubelogin that is there is Azure's, another program`, remedy);
  }
  return broken(
    "kubelogin-misnamed",
    `${missing}. kubelogin is there, but kubectl finds it only as ${signInPlugin}`,
    `ln -s "$(command -v kubelogin)" "$(dirname "$(command -v kubelogin)")/${signInPlugin}"`,
  );
}
