import { createHash, randomBytes } from "node:crypto";
import type { DirectoryView } from "../msgraph/directory-view";
import { rolesOf } from "./assignment";
import { basicClaims } from "./basic-claims";
import { withValue, type Claims } from "./claims";
import { extensionClaims } from "./extension";
import { groupClaims } from "./group-claims";
import { mappedClaims } from "./mapped-claims";
import { optionalClaims } from "./optional-claims";
import type { SignIn } from "./sign-in";

export interface IdTokenProps {
  /** The `iss`, to the letter. */
  readonly issuer: string;
  readonly nonce: string | undefined;
  /** Seconds since 1970. */
  readonly now: number;
  readonly lifetimeSeconds: number;
  /** URL of the emulated Entra, without a slash at the end. */
  readonly localUrl: string;
}

/** The claims of an ID token. Its version follows the endpoint, nothing else. [doc: id-tokens] */
export function idTokenClaims(directory: DirectoryView, signIn: SignIn, props: IdTokenProps): Claims {
  const { client, user, scopes, version } = signIn;
  const { application, servicePrincipal } = client;
  const { mapped, basic } = mappedClaims(directory, signIn);
  const roles = rolesOf(directory, servicePrincipal, user);
  // Whose clock is some minutes late takes it all the same.
  const from = props.now - 300;
  return {
    ...withValue({
      aud: application.appId,
      iss: props.issuer,
      iat: from,
      nbf: from,
      exp: props.now + props.lifetimeSeconds,
      nonce: props.nonce,
      sub: subjectOf(user.id, application.appId),
      tid: directory.tenant.id,
      uti: randomBytes(16).toString("base64url"),
      ver: version === 1 ? "1.0" : "2.0",
      // [doc: id-token-claims-reference] v2 only with scope profile
      oid: version === 1 || scopes.includes("profile") ? user.id : undefined,
    }),
    ...(basic ? basicClaims(signIn) : {}),
    // [guess] they stay beside those of a claims mapping policy; so do the groups
    ...optionalClaims(signIn, props.now),
    ...extensionClaims(directory, application, user),
    ...(roles.length === 0 ? {} : { roles }),
    ...groupClaims(directory, signIn, props.localUrl),
    ...mapped,
  };
}

/** Another one for each application. [doc: id-token-claims-reference] */
function subjectOf(userId: string, clientId: string): string {
  return createHash("sha256").update(`${userId}|${clientId}`).digest("base64url");
}
