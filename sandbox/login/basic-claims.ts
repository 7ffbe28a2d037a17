import { createHash } from "node:crypto";
import { withValue, type Claims } from "./claims";
import type { SignIn } from "./sign-in";
import { isGuest, type User } from "./user";

/** What an ID token says of a person without being asked; a claims mapping policy can leave it out. */
export function basicClaims({ user, scopes, version }: SignIn): Claims {
  const profile = version === 1 || scopes.includes("profile");
  const signInName = isGuest(user) ? user.mail : user.userPrincipalName;
  const named = profile ? { name: user.displayName } : {};
  const byVersion =
    version === 1
      ? { unique_name: signInName, given_name: user.givenName, family_name: user.surname }
      : profile
        ? { preferred_username: signInName }
        : {};
  return withValue({ ...named, ...byVersion, ...(isGuest(user) ? { idp: homeOf(user) } : {}) });
}

/** [guess] the real one names the guest's own tenant; here it is made from the domain of the mail address */
function homeOf({ mail }: User): string {
  const domain = mail?.split("@")[1] ?? "";
  return `https://sts.windows.net/${createHash("md5").update(domain).digest("hex")}/`;
}
