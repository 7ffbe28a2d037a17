import type { DirectoryView } from "../../../sandbox/directory-view";
import { findClient } from "../../../sandbox/entra/application";
import type { Claims } from "../../../sandbox/entra/claims";
import { idTokenClaims } from "../../../sandbox/entra/id-token";
import { checkSignIn } from "../../../sandbox/entra/sign-in-rules";
import type { TokenOptions } from "../../../sandbox/entra/tokens";
import { findUser } from "../../../sandbox/entra/user";
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
