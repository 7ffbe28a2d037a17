import { devNull } from "node:os";
import { about, type Finding } from "../finding";
import { isAtLeast, told, why, type Told } from "../program-version";

const { broken, fine, warning } = about("tools");
const remedy = "Install it from kubernetes.io/docs/tasks/tools";

/** client.authentication.k8s.io/v1, which the kubeconfig names: kubernetes.io/docs/reference/access-authn-authz/authentication */
const oldest = [1, 22] as const;

/** What kubectl says of itself. */
export interface AskedKubectl {
  readonly answer: Told;
  /**
   * Such as `1.34.1`.
   *
   * @default - it tells none
   */
  readonly version?: string;
}

export async function askedKubectl(env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<AskedKubectl> {
  // Some builds of kubectl ask the current cluster for its version first, which would sign somebody in.
  const alone = { ...env, KUBECONFIG: devNull };
  const answer = await told("kubectl", ["version", "--client", "--output=json"], alone, signal);
  const [, version] = ("output" in answer && /"gitVersion":\s*"v([^"]+)"/.exec(answer.output)) || [];
  return version === undefined ? { answer } : { answer, version };
}

export function kubectl({ answer, version }: AskedKubectl, signsIn: boolean): Finding {
  if ("missing" in answer) {
    if (!signsIn) return fine("kubectl", "kubectl is not on the PATH, and this file has no cluster to reach with it");
    return broken("kubectl-missing", "kubectl is not on the PATH", remedy);
  }
  if (version === undefined) return warning("kubectl-silent", `kubectl does not say its version${why(answer)}`, remedy);
  if (isAtLeast(version, oldest)) return fine("kubectl", `kubectl is ${version}`);
  return broken("kubectl-old", `kubectl is ${version}, and the kubeconfig needs ${oldest.join(".")} or newer`, remedy);
}
