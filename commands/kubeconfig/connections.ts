import { EksOutputs } from "../../config/states/outputs";
import type { ClusterConnection, KubeconfigProps } from "../../model/clusters/kubeconfig";
import type { SignInWay } from "../../model/login/sign-in-arguments";
import { own } from "../../model/own";
import type { PlacedAccess } from "../../model/placed-access";
import { deployedLogin } from "../login/deployed-login";
import { NotDeployed } from "../states/not-deployed";
import { stackOutputs } from "../states/stack-outputs";
import type { Progress } from "../terminal/progress";

/**
 * What a kubeconfig for these clusters is made of, from the outputs of their stacks. Where people sign in, the access file says.
 *
 * @throws NotDeployed if stacks are not deployed; all of them are named
 * @throws UntrustedState if a state says what this program never does
 */
export async function connections(
  file: PlacedAccess,
  names: readonly string[],
  way: SignInWay = {},
  progress?: Progress,
): Promise<KubeconfigProps> {
  const lacking: NotDeployed[] = [];
  const login = await unlessLacking(lacking, () => deployedLogin(file, progress));
  const clusters: ClusterConnection[] = [];
  // One after the other: each may be a run of Terraform.
  for (const name of names) {
    const connection = await unlessLacking(lacking, () => connectionTo(file, name, progress));
    if (connection !== undefined) clusters.push(connection);
  }
  if (login === undefined || lacking.length > 0) throw NotDeployed.together(lacking);
  return { clusters, ...login, ...way };
}

async function connectionTo(file: PlacedAccess, name: string, progress?: Progress): Promise<ClusterConnection> {
  const outputs = await stackOutputs(file, `eks-${name}`, EksOutputs, progress);
  const { proxyUrl } = own(file.access.clusters, name)?.eks ?? {};
  return {
    name,
    endpoint: outputs.endpoint,
    certificateAuthority: outputs.certificate_authority,
    ...(proxyUrl === undefined ? {} : { proxyUrl }),
  };
}

/** Goes on without a stack that is not deployed, so that whoever deploys for the first time hears of all at once. */
async function unlessLacking<Made>(lacking: NotDeployed[], make: () => Promise<Made>): Promise<Made | undefined> {
  try {
    return await make();
  } catch (error) {
    if (!(error instanceof NotDeployed) || error.lacking === undefined) throw error;
    lacking.push(error);
    return undefined;
  }
}
