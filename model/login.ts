import type { Access, LoginSettings } from "../config/schema/access";

/**
 * The `iss` of this login's ID tokens, to the letter: v1 ends in a slash, v2 does not.
 *
 * learn.microsoft.com/entra/identity-platform/access-tokens
 */
export function issuerUrl({ tenant, login }: Pick<Access, "tenant" | "login">): string {
  switch (login.issuer) {
    case "v1":
      return `https://sts.windows.net/${tenant}/`;
    case "v2":
      return `https://login.microsoftonline.com/${tenant}/v2.0`;
  }
}

/**
 * The scopes that kubectl asks for beside `openid`: what the user-name claim needs, and on v2 a refresh token. A
 * refreshed v1 ID token is not signed, so the API server would refuse it.
 *
 * learn.microsoft.com/entra/identity-platform/id-token-claims-reference
 */
export function extraScopes({ issuer, username }: LoginSettings): string[] {
  const refresh = issuer === "v2" ? ["offline_access"] : [];
  switch (username.claim) {
    case "upn":
    case "oid":
    case "preferred_username":
      return ["profile", ...refresh];
    case "email":
      return ["email", ...refresh];
    case "sub":
      return refresh;
  }
}

/** The name of a group in Kubernetes: Entra knows it by its object ID, the API server puts the prefix before it. */
export function groupSubject(prefix: string, objectId: string): string {
  return `${prefix}${objectId}`;
}
