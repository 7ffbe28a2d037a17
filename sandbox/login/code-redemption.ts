import { createHash } from "node:crypto";
import { EntraError } from "./entra-error";
import type { Service } from "./service";
import type { Authorization } from "./authorizations";

const codeLivesMilliseconds = 600_000;

/** Uses up a code; throws, and leaves it unused, if this is not the client that it was given to. */
export function redeemCode(
  { authorizations, tokens }: Service,
  authorization: Authorization,
  parameters: URLSearchParams,
): void {
  const code = parameters.get("code") ?? "";
  if (authorizations.isRedeemed(code)) {
    // [seen]
    throw new EntraError(
      54005,
      "invalid_grant",
      "OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.",
    );
  }
  if (tokens.now() - authorization.since > codeLivesMilliseconds) {
    // [seen]
    throw new EntraError(
      70008,
      "invalid_grant",
      "The provided authorization code or refresh token has expired due to inactivity.",
    );
  }
  const redirectUri = parameters.get("redirect_uri") ?? "";
  if (redirectUri !== authorization.redirectUri) {
    // [seen]
    throw new EntraError(
      500112,
      "invalid_client",
      `The reply address '${redirectUri}' does not match the reply address '${authorization.redirectUri}' provided when requesting Authorization code.`,
    );
  }
  if (
    authorization.challenge !== undefined &&
    challengeOf(parameters.get("code_verifier") ?? "") !== authorization.challenge
  ) {
    // [seen]
    throw new EntraError(
      501481,
      "invalid_grant",
      "The Code_Verifier does not match the code_challenge supplied in the authorization request.",
    );
  }
  authorizations.redeem(code);
}

/** [doc: RFC 7636, 4.6] */
function challengeOf(verifier: string): string {
  return createHash("sha256").update(verifier).digest("base64url");
}
