import type { Cluster } from "../../config/schema/access";
import { tokensOf, type Issuing } from "../../model/clusters/tokens-of";

/** Why a token of the login is none of a cluster's business; nothing if it is. */
export function notItsTokens(key: string, cluster: Cluster | undefined): string | undefined {
  const issuing = tokensOf(cluster);
  return issuing === "login" ? undefined : `clusters.${key} ${takes[issuing]} and none of the login.`;
}

const takes: Readonly<Record<Exclude<Issuing, "login">, string>> = {
  azure: "is an AKS cluster, which takes access tokens of Azure's own application",
  "oauth-server": "takes tokens of OpenShift's OAuth server, which are no ID tokens,",
};
