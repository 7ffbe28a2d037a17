import { z } from "zod";
import { withPortal } from "../../portal-text";
import { synth } from "../../synth";
import { claimsOf } from "./claims-of";
import { realV1, realV2, sampleDirectory } from "./sample-directory";

/** What krci-portal demands of a user, by OIDCUserSchema in packages/shared/src/models/user of KubeRocketCI/krci-portal. */
const PortalUser = z.object({
  email: z.string(),
  name: z.string(),
  sub: z.string(),
  groups: z.array(z.string()).optional(),
});

const { optional_claims } = synth(withPortal()).resource("login", "azuread_application", "login") as {
  optional_claims: { id_token: readonly { name: string; additional_properties?: readonly string[] }[] };
};
const idToken = optional_claims.id_token.map(({ name, additional_properties = [] }) => ({
  name,
  additionalProperties: additional_properties,
}));
const directory = sampleDirectory({ application: { optionalClaims: { idToken } } });
// On v1 the portal asks without offline_access; neither matters to a claim.
const scopes = ["openid", "profile", "email"];

describe.each([
  ["v1", realV1],
  ["v2", realV2],
])("on %s", (_, issuer) => {
  test.each(["ada", "gus"])("%s, with a mail address, has what the portal demands", (person) => {
    expect(PortalUser.safeParse(claimsOf(directory, person, { issuer, scopes })).error?.issues ?? []).toEqual([]);
  });

  test("somebody without a mail address lacks the email, and nothing else", () => {
    const { error } = PortalUser.safeParse(claimsOf(directory, "nomail", { issuer, scopes }));
    expect(error?.issues.map(({ path }) => path)).toEqual([["email"]]);
  });
});
