import type { Access } from "../../config/schema/access";
import type { ClusterConnection, KubeconfigProps } from "../../model/clusters/kubeconfig";
import { signInProgram } from "../../model/clusters/sign-in-programs";
import { tokensOf } from "../../model/clusters/tokens-of";
import type { SignInWay } from "../../model/login/sign-in-arguments";
import { own } from "../../model/own";
import type { PlacedAccess } from "../../model/placed-access";
import { apiServerPlace } from "../clusters/api-server-place";
import { deployedLogin } from "../login/deployed-login";
import { NotDeployed } from "../states/not-deployed";
import type { Progress } from "../terminal/progress";

/**
 * What a kubeconfig for these clusters is made of, from the outputs of their stacks. Where people sign in, the access file says.
 *
 * @throws NotDeployed if stacks are not deployed; all of them are named
 * @throws UntrustedState if a state says what this program never does
 * @throws NoAnswer if an operator's kubeconfig does not tell where a cluster is
 */
export async function connections(
  file: PlacedAccess,
  names: readonly string[],
  way: SignInWay = {},
  progress?: Progress,
): Promise<KubeconfigProps> {
  const lacking: NotDeployed[] = [];
  const ofLogin = names.some((name) => tokensOf(own(file.access.clusters, name)) === "login");
  const login = ofLogin ? await unlessLacking(lacking, () => deployedLogin(file, progress)) : {};
  const clusters: ClusterConnection[] = [];
  // One after the other: each may be a run of Terraform.
  for (const name of names) {
    const place = await unlessLacking(lacking, () => apiServerPlace(file, name, progress));
    if (place === undefined) continue;
    clusters.push({ name, ...place, ...signInAt(file.access, name) });
  }
  if (login === undefined || lacking.length > 0) throw NotDeployed.together(lacking);
  return { clusters, ...login, ...way };
}

function signInAt({ clusters, tenant }: Access, name: string): Pick<ClusterConnection, "aksTenant" | "byOAuthServer"> {
  switch (signInProgram(own(clusters, name))) {
    case "azure-kubelogin":
      return { aksTenant: tenant };
    case "oc":
      return { byOAuthServer: true };
    case "kubelogin":
      return {};
  }
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
