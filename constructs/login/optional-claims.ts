import type { LoginSettings } from "../../config/schema/access";
import { idTokenClaimNames } from "../../model/login/login";
import { own } from "../../model/own";

/** An entry of `optional_claims.id_token`. */
export interface IdTokenClaim {
  readonly name: string;
  /** @default false */
  readonly essential?: boolean;
  /** @default - the claim is written in the usual way */
  readonly additionalProperties?: string[];
}

/** The claims that sign-in rests on, and after them those of the access file, by name: the provider compares the order. */
export function idTokenClaims({ claims, guests }: LoginSettings): IdTokenClaim[] {
  return idTokenClaimNames(claims).map((name) => {
    const { essential = false, additionalProperties } = own(claims, name) ?? {};
    const guestUpn = name === "upn" && guests ? ["include_externally_authenticated_upn"] : undefined;
    const properties = additionalProperties ?? guestUpn;
    return {
      name,
      ...(essential ? { essential } : {}),
      ...(properties === undefined ? {} : { additionalProperties: [...properties] }),
    };
  });
}
