import { kubeconfigAmongOthers, type ClusterConnection } from "../../../model/clusters/kubeconfig";
import type { SignInWay } from "../../../model/login/sign-in-arguments";
import { accessOf, withTenant } from "../../access-text";
import { deployed } from "../deployed";

export const user = `entra-${deployed.clientId}`;

const connection = (name: string): ClusterConnection => ({
  name,
  endpoint: `https://${name}.example`,
  certificateAuthority: deployed.authority(name),
});

/** What a deployed access file with these clusters puts into somebody's kubeconfig. */
export const among = (
  names: readonly string[] = ["prod"],
  way: SignInWay = {},
  changes: Partial<ClusterConnection> = {},
) =>
  kubeconfigAmongOthers({
    clusters: names.map((name) => ({ ...connection(name), ...changes })),
    issuerUrl: deployed.issuer,
    clientId: deployed.clientId,
    settings: accessOf(withTenant("")).login,
    ...way,
  });
