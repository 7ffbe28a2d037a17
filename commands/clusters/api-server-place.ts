import { EksOutputs } from "../../config/states/outputs";
import type { ApiServerPlace } from "../../model/clusters/api-server-place";
import { wayTo } from "../../model/clusters/way-to";
import { own } from "../../model/own";
import type { PlacedAccess } from "../../model/placed-access";
import { stackOutputs } from "../states/stack-outputs";
import type { Progress } from "../terminal/progress";
import { placeInKubeconfig } from "./place-in-kubeconfig";

/**
 * Where the API server of a cluster is: of EKS the state of its stack knows, of others the operator's kubeconfig.
 *
 * @param signal ends a run of Terraform
 * @throws NotDeployed if the stack has no state
 * @throws UntrustedState if the state says what this program never does
 * @throws NoAnswer if the kubeconfig does not tell, or tells what nobody should follow
 */
export async function apiServerPlace(
  file: PlacedAccess,
  key: string,
  progress?: Progress,
  signal?: AbortSignal,
): Promise<ApiServerPlace> {
  const cluster = own(file.access.clusters, key);
  const way = cluster === undefined ? undefined : wayTo(cluster);
  if (way?.by === "kubeconfig") return placeInKubeconfig(way.kubeconfig, file.directory, key, way.kind);
  const outputs = await stackOutputs(file, `eks-${key}`, EksOutputs, progress, signal);
  const proxyUrl = way?.eks.proxyUrl;
  return {
    endpoint: outputs.endpoint,
    certificateAuthority: outputs.certificate_authority,
    ...(proxyUrl === undefined ? {} : { proxyUrl }),
  };
}
