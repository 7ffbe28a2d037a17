import { optionalClaim } from "./application";
import { withValue, type Claims } from "./claims";
import type { SignIn } from "./sign-in";
import { isGuest } from "./user";

/** What an application can ask for by `optionalClaims`; some of it comes anyway, by version and scope. [doc: optional-claims-reference] */
export function optionalClaims(signIn: SignIn, now: number): Claims {
  const { client, user, scopes, version } = signIn;
  const guest = isGuest(user);
  const asked = (name: string) => optionalClaim(client.application, name) !== undefined;
  const profile = version === 1 || scopes.includes("profile");
  const when = (condition: boolean, name: string, value: unknown) => (condition ? { [name]: value } : {});
  return withValue({
    ...when((version === 1 && !guest) || (asked("upn") && profile), "upn", upnOf(signIn)),
    ...when(
      (version === 2 && scopes.includes("email")) || asked("email") || (version === 1 && guest),
      "email",
      user.mail,
    ),
    ...when(version === 2 && asked("given_name") && profile, "given_name", user.givenName),
    ...when(version === 2 && asked("family_name") && profile, "family_name", user.surname),
    ...when(version === 1 && asked("preferred_username"), "preferred_username", user.userPrincipalName),
    ...when(asked("ctry"), "ctry", user.usageLocation),
    ...when(asked("acct"), "acct", guest ? 1 : 0),
    ...when(asked("login_hint"), "login_hint", Buffer.from(`O.${user.userPrincipalName}`).toString("base64url")),
    ...when(asked("auth_time"), "auth_time", now),
  });
}

/** A guest's only if the application says how it is to be written. [doc: optional-claims-reference] */
function upnOf({ client, user }: SignIn): string | undefined {
  if (!isGuest(user)) return user.userPrincipalName;
  const how = optionalClaim(client.application, "upn")?.additionalProperties ?? [];
  if (how.includes("include_externally_authenticated_upn_without_hash")) {
    return user.userPrincipalName.replaceAll("#", "_");
  }
  return how.includes("include_externally_authenticated_upn") ? user.userPrincipalName : undefined;
}
