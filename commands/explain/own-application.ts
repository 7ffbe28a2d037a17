import type { Cluster } from "../../config/schema/access";
import { takesLoginTokens } from "../../model/clusters/takes-login-tokens";

/** Why a token of the login is none of a cluster's business; nothing if it is. */
export function notItsTokens(key: string, cluster: Cluster | undefined): string | undefined {
  if (cluster === undefined || takesLoginTokens(cluster)) return undefined;
  return cluster.aks === undefined ? ownServer(key) : ownApplication(key);
}

/** An OAuth server stands between people and the API server. */
const ownServer = (cluster: string) =>
  `clusters.${cluster} takes tokens of OpenShift's OAuth server, which are no ID tokens, and none of the login.`;

/** The same of an AKS cluster. */
const ownApplication = (cluster: string) =>
  `clusters.${cluster} is an AKS cluster, which takes access tokens of Azure's own application and none of the login.`;
