import { own } from "../../../model/own";
import { optionalClaims } from "../../schema/login/optional-claims";
import type { Rule } from "../rule";

/** What the issuer writes anyway, or never, is not asked for: learn.microsoft.com, optional-claims-reference. */
export const askedClaims: Rule = function* ({ login }) {
  const issuer = login.issuer ?? "v2";
  for (const name of Object.keys(login.claims)) {
    const asked = own(optionalClaims, name);
    if (asked === undefined || asked === "both" || asked === issuer) continue;
    yield {
      path: ["login", "claims", name],
      at: "key",
      must: `must be a claim that the ${issuer} issuer writes only on request, but it always writes ${name}`,
      hint: "leave it out",
    };
  }
};
askedClaims.brings = { "login.claims.*": "must be a claim that the issuer writes only on request" };

/** Only the upn of a guest can be written in more than one way. */
export const guestNames: Rule = function* ({ login }) {
  for (const [name, { additionalProperties }] of Object.entries(login.claims)) {
    if (additionalProperties === undefined) continue;
    const path = ["login", "claims", name, "additionalProperties"];
    if (name !== "upn") yield { path, at: "key", must: "must be under upn, the only claim with additional properties" };
    else if (login.guests !== true) {
      yield { path, at: "key", must: "must be used with login.guests: true, because it affects guests only" };
    }
  }
};
guestNames.brings = { "login.claims.*.additionalProperties": "must be under upn, with `login.guests: true`" };
