import type { Cluster, LoginSettings } from "../../config/schema/access";

/** How a cluster reads tokens: `OidcIdentityProviderConfigRequest` of the EKS API, without issuer and client ID. */
export interface ClaimsRead {
  readonly usernameClaim: string;
  readonly usernamePrefix: string;
  readonly groupsClaim: string;
  /** @default - groups are known by their object IDs alone */
  readonly groupsPrefix?: string;
  /** @default - every token for the client ID is taken */
  readonly requiredClaims?: Readonly<Record<string, string>>;
}

export function claimsRead(
  { username, groups }: Pick<LoginSettings, "username" | "groups">,
  { requiredClaims }: Pick<Cluster, "requiredClaims">,
): ClaimsRead {
  return {
    usernameClaim: username.claim,
    // Without a prefix EKS would put "<issuer>#" before the name.
    usernamePrefix: username.prefix === "" ? "-" : username.prefix,
    groupsClaim: "groups",
    ...(groups.prefix === "" ? {} : { groupsPrefix: groups.prefix }),
    ...(Object.keys(requiredClaims).length === 0 ? {} : { requiredClaims }),
  };
}
