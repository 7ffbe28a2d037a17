import type { EksCluster, LoginSettings } from "../../config/schema/access";
import { claimsRead, type ClaimsRead } from "../../model/clusters/claims-read";
import type { Expression } from "../terraform/expression";
import { literal, literals } from "../terraform/literal";

/** What a cluster has to know to trust the login. There is no secret in it. */
export interface TrustedLogin {
  readonly clientId: Expression;
  readonly issuerUrl: Expression;
}

/** What a cluster is told about the login: `OidcIdentityProviderConfigRequest` of the EKS API. */
export interface OidcConfig extends Omit<ClaimsRead, "requiredClaims"> {
  readonly identityProviderConfigName: string;
  readonly issuerUrl: string;
  readonly clientId: string;
  /** @default - every token for the client ID is taken */
  readonly requiredClaims?: Record<string, string>;
}

export function oidcConfig(login: TrustedLogin, settings: LoginSettings, cluster: EksCluster): OidcConfig {
  const { usernameClaim, usernamePrefix, groupsClaim, groupsPrefix, requiredClaims } = claimsRead(settings, cluster);
  return {
    identityProviderConfigName: cluster.associationName,
    issuerUrl: login.issuerUrl.template,
    clientId: login.clientId.template,
    usernameClaim,
    usernamePrefix: literal(usernamePrefix),
    groupsClaim,
    ...(groupsPrefix === undefined ? {} : { groupsPrefix: literal(groupsPrefix) }),
    ...(requiredClaims === undefined ? {} : { requiredClaims: literals(requiredClaims) }),
  };
}
