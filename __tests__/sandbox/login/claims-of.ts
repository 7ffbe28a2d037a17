import type { DirectoryView } from "../../../sandbox/msgraph/directory-view";
import { findClient } from "../../../sandbox/login/application";
import type { Claims } from "../../../sandbox/login/claims";
import { idTokenClaims } from "../../../sandbox/login/id-token";
import { checkSignIn } from "../../../sandbox/login/sign-in-rules";
import type { TokenOptions } from "../../../sandbox/login/tokens";
import { findUser } from "../../../sandbox/login/user";
import { clientId, realV1, realV2 } from "./sample-directory";

export const localUrl = "https://localhost:20442";

const scopes = ["openid", "profile", "email", "offline_access"];

/** The claims that a sign-in to the sample application would give, by the rules alone; on v2 unless told otherwise. */
export function claimsOf(directory: DirectoryView, person = "ada", options: Partial<TokenOptions> = {}): Claims {
  const { issuer = realV2 } = options;
  const signIn = {
    client: findClient(directory, options.clientId ?? clientId),
    user: findUser(directory, person),
    scopes: options.scopes ?? scopes,
    version: issuer === realV1 ? 1 : 2,
  } as const;
  checkSignIn(directory, signIn);
  return idTokenClaims(directory, signIn, { issuer, nonce: undefined, now: 0, lifetimeSeconds: 3600, localUrl });
}
