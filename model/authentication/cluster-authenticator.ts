import type { Access, Cluster } from "../../config/schema/access";
import { issuerUrl } from "../login/login";
import type { TokenAuthenticator } from "./token-authenticator";

/** As much of a cluster as decides whose tokens its API server takes. */
type Trusting = Pick<Cluster, "requiredClaims" | "kubernetes">;

/**
 * How a cluster of the access file judges ID tokens of the login.
 *
 * @param clientId client ID of the login application
 */
export function clusterAuthenticator(
  access: Pick<Access, "tenant" | "login">,
  cluster: Trusting | undefined,
  clientId: string,
): TokenAuthenticator {
  const { username, groups } = access.login;
  const own = cluster?.kubernetes;
  return {
    issuerUrl: issuerUrl(access),
    clientId,
    usernameClaim: username.claim,
    usernamePrefix: username.prefix,
    groupsClaim: "groups",
    groupsPrefix: groups.prefix,
    requiredClaims: cluster?.requiredClaims ?? {},
    ...(own === undefined ? {} : { toldBy: "configuration", furtherGroupsClaims: own.groupsClaims }),
  };
}

/** The same for everybody whose tokens a cluster takes: the login, and after it what `issuers` names. */
export function clusterAuthenticators(
  access: Pick<Access, "tenant" | "login">,
  cluster: Trusting | undefined,
  clientId: string,
): [TokenAuthenticator, ...TokenAuthenticator[]] {
  const others = (cluster?.kubernetes?.issuers ?? []).map(
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
