import type { Cluster, LoginSettings } from "../../config/schema/access";
import type { Expression } from "../terraform/expression";
import { literal, literals } from "../terraform/literal";

/** What a cluster has to know to trust the login. There is no secret in it. */
export interface TrustedLogin {
  readonly clientId: Expression;
  readonly issuerUrl: Expression;
}

/** What a cluster is told about the login: `OidcIdentityProviderConfigRequest` of the EKS API. */
export interface OidcConfig {
  readonly identityProviderConfigName: string;
  readonly issuerUrl: string;
  readonly clientId: string;
  readonly usernameClaim: string;
  readonly usernamePrefix: string;
  readonly groupsClaim: string;
  /** @default - groups are known by their object IDs alone */
  readonly groupsPrefix?: string;
  /** @default - every token for the client ID is taken */
  readonly requiredClaims?: Record<string, string>;
}

export function oidcConfig(login: TrustedLogin, { username, groups }: LoginSettings, cluster: Cluster): OidcConfig {
  const requiredClaims = literals(cluster.requiredClaims);
  return {
    identityProviderConfigName: cluster.associationName,
    issuerUrl: login.issuerUrl.template,
    clientId: login.clientId.template,
    usernameClaim: username.claim,
    // Without a prefix EKS would put "<issuer>#" before the name.
    usernamePrefix: username.prefix === "" ? "-" : literal(username.prefix),
    groupsClaim: "groups",
    ...(groups.prefix === "" ? {} : { groupsPrefix: literal(groups.prefix) }),
    ...(Object.keys(requiredClaims).length === 0 ? {} : { requiredClaims }),
  };
}
