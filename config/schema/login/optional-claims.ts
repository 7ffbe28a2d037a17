import { z } from "zod";
import { didYouMean } from "../../text/suggestion";

/** Which issuer leaves a claim out of its ID tokens until it is asked for; the other one has it anyway, or never. */
type AskedOf = "v1" | "v2" | "both";

/**
 * Every claim that Entra writes into an ID token for the asking: learn.microsoft.com/entra/identity-platform/optional-claims-reference
 */
export const optionalClaims: Readonly<Record<string, AskedOf>> = {
  acct: "both",
  acrs: "both",
  auth_time: "both",
  ctry: "both",
  email: "both",
  family_name: "v2",
  fwd: "both",
  given_name: "v2",
  in_corp: "v2",
  ipaddr: "v2",
  login_hint: "both",
  onprem_sid: "v2",
  preferred_username: "v1",
  pwd_exp: "v2",
  pwd_url: "v2",
  sid: "both",
  tenant_ctry: "both",
  tenant_region_scope: "both",
  upn: "both",
  verified_primary_email: "both",
  verified_secondary_email: "both",
  vnet: "both",
  xms_edov: "both",
  xms_pdl: "both",
  xms_pl: "both",
  xms_tpl: "both",
  ztdid: "both",
};

/** Claims that Entra knows, and why they are not asked for here. */
const refused: ReadonlyMap<string, string> = new Map(
  Object.entries({
    aud: "must not be aud: an ID token's aud is always the client ID",
    groups:
      "must not be groups: login.groups.emit says which groups a token lists, by the object IDs that bindings name",
    idtyp: "must not be idtyp, which Entra writes into access tokens only",
    xms_cc: "must not be xms_cc, which Entra writes into access tokens only",
  }),
);

function why(name: string): string {
  const reason = refused.get(name);
  if (reason !== undefined) return reason;
  const hint = didYouMean(name, Object.keys(optionalClaims));
  return `must be a claim that Entra adds to an ID token on request${hint === undefined ? "" : `; ${hint}`}`;
}

const OptionalClaim = z.strictObject({
  essential: z
    .boolean()
    .default(false)
    .describe("Whether to tell Entra that the sign-in does not go smoothly without this claim."),
  additionalProperties: z
    .array(z.enum(["include_externally_authenticated_upn", "include_externally_authenticated_upn_without_hash"]), {
      error: "must be a list",
    })
    .length(1, "must name one way of writing a guest's upn; remove the key to use the default")
    .optional()
    .describe(
      "How Entra writes a guest's upn: with #, or with _ in its place. Only for upn. Default: with # if login.guests is true.",
    ),
});

const Name = z
  .string()
  .refine((name) => Object.hasOwn(optionalClaims, name), { error: ({ input }) => why(String(input)) })
  .meta({ enum: Object.keys(optionalClaims) });

export const OptionalClaims = z
  .record(Name, OptionalClaim)
  .default({})
  .describe(
    "Further optional claims of the ID token, by name. Entra leaves out claims without a value. The program always asks for upn, email and groups; an entry for upn or email adds to that.",
  );
