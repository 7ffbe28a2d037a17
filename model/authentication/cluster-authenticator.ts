import type { Access, Cluster } from "../../config/schema/access";
import { prefixesOn, type Prefixing } from "../clusters/prefixes";
import { issuerUrl } from "../login/login";
import type { TokenAuthenticator } from "./token-authenticator";

/** As much of a cluster as decides whose tokens its API server takes. */
type Trusting = Pick<Cluster, "requiredClaims" | "kubernetes"> & Prefixing;

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
  const prefixes = prefixesOn(access, cluster ?? {});
  const own = cluster?.kubernetes;
  return {
    issuerUrl: issuerUrl(access),
    clientId,
    usernameClaim: access.login.username.claim,
    usernamePrefix: prefixes.username,
    groupsClaim: "groups",
    groupsPrefix: prefixes.groups,
    requiredClaims: cluster?.requiredClaims ?? {},
    ...(cluster?.openshift === undefined ? {} : { toldBy: "configuration" }),
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
