import type { LoginSettings } from "../../config/schema/access";

/** The claims that somebody asks Entra for, as far as scopes hang on them. */
export interface ClaimsAsked {
  readonly username: { readonly claim: string };
  readonly claims: Readonly<Record<string, unknown>>;
}

/**
 * The `iss` of this login's ID tokens, to the letter: v1 ends in a slash, v2 does not.
 *
 * learn.microsoft.com/entra/identity-platform/access-tokens
 */
export function issuerUrl({
  tenant,
  login,
}: {
  readonly tenant: string;
  readonly login: Pick<LoginSettings, "issuer">;
}): string {
  switch (login.issuer) {
    case "v1":
      return `https://sts.windows.net/${tenant}/`;
    case "v2":
      return `https://login.microsoftonline.com/${tenant}/v2.0`;
  }
}

/** Where an issuer says who it is and where its keys are: openid.net/specs/openid-connect-discovery-1_0.html, 4. */
export const discoveryUrl = (issuer: string) => `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;

/** Where Entra sends kubectl back to; of a localhost address it ignores the port: learn.microsoft.com/entra/identity-platform/reply-url */
export const kubectlRedirect = { public: "http://localhost", confidential: "http://localhost/" } as const;

/**
 * Where an administrator consents for the whole tenant to what the application asks for. It names where the browser goes then,
 * to the letter as it is registered: with a portal there are several, and an answer to no sign-in is none of its business.
 *
 * learn.microsoft.com/entra/identity-platform/v2-admin-consent, .../enterprise-apps/grant-admin-consent
 */
export function adminConsentUrl(tenant: string, clientId: string, { kubectl }: Pick<LoginSettings, "kubectl">): string {
  const redirect = encodeURIComponent(kubectlRedirect[kubectl]);
  return `https://login.microsoftonline.com/${tenant}/adminconsent?client_id=${clientId}&redirect_uri=${redirect}`;
}

/**
 * The scopes that kubectl asks for beside `openid`: what user name and claims need, on v2 a refresh token, and the
 * application itself if a Conditional Access policy is to reach the sign-in (docs/decisions/0015). A refreshed v1 ID
 * token is not signed, so the API server would refuse it.
 *
 * learn.microsoft.com/entra/identity-platform/id-token-claims-reference
 */
export function extraScopes(settings: LoginSettings, clientId: string): string[] {
  const { issuer, conditionalAccess } = settings;
  return [
    ...(needsProfile(settings) ? ["profile"] : []),
    ...(settings.username.claim === "email" ? ["email"] : []),
    ...(issuer === "v2" ? ["offline_access"] : []),
    ...(conditionalAccess === undefined ? [] : [`${clientId}/.default`]),
  ];
}

/** learn.microsoft.com/entra/identity-platform/optional-claims-reference: which claims come with the profile scope alone. */
export function needsProfile({ username, claims }: ClaimsAsked): boolean {
  const names = [username.claim, ...Object.keys(claims)];
  return ["upn", "oid", "preferred_username", "given_name", "family_name"].some((name) => names.includes(name));
}

/** Names of the optional claims of an ID token: those that sign-in rests on, and after them those of the access file. */
export function idTokenClaimNames(claims: ClaimsAsked["claims"]): string[] {
  const further = Object.keys(claims).filter((name) => !["upn", "email"].includes(name));
  return ["upn", "email", "groups", ...further.sort()];
}

/** `groupMembershipClaims` of an application, by `login.groups.emit`: learn.microsoft.com/entra/identity-platform/optional-claims */
export const groupMembershipClaims = { security: "SecurityGroup", assigned: "ApplicationGroup", all: "All" } as const;

/** Whether only principals that are assigned to the application may sign in. */
export function assignmentRequired({ assignment, groups }: LoginSettings): boolean {
  return (assignment ?? (groups.emit === "assigned" ? "required" : "optional")) === "required";
}

/** Whether the granted groups are assigned to the application: to let their members in, or to have their IDs in tokens. */
export function assignsGroups(settings: LoginSettings): boolean {
  return assignmentRequired(settings) || settings.groups.emit === "assigned";
}

/** The name of a group in Kubernetes: Entra knows it by its object ID, the API server puts the prefix before it. Two parts: the ID may be an expression. */
export function groupSubject<ObjectId>(prefix: string, objectId: ObjectId): [prefix: string, objectId: ObjectId] {
  return [prefix, objectId];
}
