import type { Access } from "../../config/schema/access";

/** Where OpenShift's OAuth server finds what it knows of somebody: `claims` of OpenIDIdentityProvider in github.com/openshift/api, config/v1/types_oauth.go */
export interface OpenIdClaims {
  /** Becomes the name of the user. */
  readonly preferredUsername: readonly string[];
  readonly name: readonly string[];
  readonly email: readonly string[];
  /** Become the names of groups. */
  readonly groups: readonly string[];
}

/** The user has the name that other clusters read, and groups are known by their object IDs. */
export const openIdClaims = ({ login }: Pick<Access, "login">): OpenIdClaims => ({
  preferredUsername: [login.username.claim],
  name: ["name"],
  email: ["email"],
  groups: ["groups"],
});

/**
 * The scopes without which an ID token of v2 lacks these claims, beside `openid`: the OAuth server and the console of OpenShift ask
 * for no other by themselves. learn.microsoft.com/entra/identity-platform/id-token-claims-reference, .../optional-claims-reference
 */
export const openIdScopes = ["profile", "email"];
