import type { Access, Cluster } from "../../config/schema/access";
import { issuerUrl } from "../login/login";
import type { TokenAuthenticator } from "./token-authenticator";

/**
 * How a cluster of the access file judges ID tokens.
 *
 * @param clientId client ID of the login application
 */
export function clusterAuthenticator(
  access: Pick<Access, "tenant" | "login">,
  cluster: Pick<Cluster, "requiredClaims"> | undefined,
  clientId: string,
): TokenAuthenticator {
  const { username, groups } = access.login;
  return {
    issuerUrl: issuerUrl(access),
    clientId,
    usernameClaim: username.claim,
    usernamePrefix: username.prefix,
    groupsClaim: "groups",
    groupsPrefix: groups.prefix,
    requiredClaims: cluster?.requiredClaims ?? {},
  };
}
