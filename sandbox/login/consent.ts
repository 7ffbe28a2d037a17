import type { DirectoryView, GraphObject } from "../msgraph/directory-view";
import { namesItself } from "./resource";
import type { SignIn } from "./sign-in";

interface Grant extends GraphObject {
  readonly clientId: string;
  readonly consentType: string;
  readonly principalId: string | null | undefined;
  readonly scope: string;
}

/**
 * The scopes of a sign-in that nobody has consented to; nobody is there to click "Accept". [guess] that each OIDC scope
 * must stand in a grant by its own name.
 */
export function unconsented(directory: DirectoryView, signIn: SignIn): readonly string[] {
  const { client, user, version } = signIn;
  // A token for itself takes consent to User.Read. [doc: AADSTS90008]
  const scopes = signIn.scopes.map((scope) => (namesItself(signIn, scope) ? "User.Read" : scope));
  const given = (directory.all("oauth2PermissionGrants") as readonly Grant[])
    .filter(({ clientId }) => clientId === client.servicePrincipal.id)
    .filter(({ consentType, principalId }) => consentType === "AllPrincipals" || principalId === user.id)
    .flatMap(({ scope }) => scope.toLowerCase().split(/\s+/))
    .filter((scope) => scope !== "");
  // v1 has no scopes: any consent will do, and User.Read stands for it.
  if (version === 1) return given.length === 0 ? ["User.Read"] : [];
  return scopes.filter((scope) => !given.includes(scope.toLowerCase().replace("https://graph.microsoft.com/", "")));
}
