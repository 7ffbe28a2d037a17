import type { Access, Cluster } from "../../config/schema/access";
import { ofKind } from "../clusters/of-kind";
import { prefixesOn } from "../clusters/prefixes";
import { issuerUrl } from "../login/login";
import type { TokenAuthenticator } from "./token-authenticator";

/**
 * How a cluster of the access file judges ID tokens of the login.
 *
 * @param clientId client ID of the login application
 */
export function clusterAuthenticator(
  access: Pick<Access, "tenant" | "login">,
  cluster: Cluster | undefined,
  clientId: string,
): TokenAuthenticator {
  const prefixes = prefixesOn(access, cluster);
  return {
    issuerUrl: issuerUrl(access),
    clientId,
    usernameClaim: access.login.username.claim,
    usernamePrefix: prefixes.username,
    groupsClaim: "groups",
    groupsPrefix: prefixes.groups,
    requiredClaims: cluster?.requiredClaims ?? {},
    ...toldTo(cluster),
  };
}

/** In which form the API server hears of it, where that is not only flags. */
function toldTo(cluster: Cluster | undefined): Pick<TokenAuthenticator, "toldBy" | "furtherGroupsClaims"> {
  switch (cluster?.kind) {
    case undefined:
    case "eks":
    case "aks":
      return {};
    case "openshift":
      return { toldBy: "configuration" };
    case "kubernetes":
      return { toldBy: "configuration", furtherGroupsClaims: cluster.kubernetes.groupsClaims };
  }
}

/** The same for everybody whose tokens a cluster takes: the login, and after it what `issuers` names. */
export function clusterAuthenticators(
  access: Pick<Access, "tenant" | "login">,
  cluster: Cluster | undefined,
  clientId: string,
): [TokenAuthenticator, ...TokenAuthenticator[]] {
  const others = (ofKind(cluster, "kubernetes")?.kubernetes.issuers ?? []).map(
    ({ url, audience, username, groups, requiredClaims }): TokenAuthenticator => ({
      issuerUrl: url,
      clientId: audience,
      usernameClaim: username.claim,
      usernamePrefix: username.prefix,
      ...(groups === undefined ? {} : { groupsClaim: groups.claim }),
      groupsPrefix: groups?.prefix ?? "",
      requiredClaims,
      toldBy: "configuration",
    }),
  );
  return [clusterAuthenticator(access, cluster, clientId), ...others];
}
