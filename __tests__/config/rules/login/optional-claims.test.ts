import { withTenant } from "../../../access-text";
import { describeRules } from "../describe-rules";

const claims = (entries: string, more = "") => withTenant(`login: { claims: { ${entries} }${more} }`);

describeRules([
  [
    "a claim that Entra does not know",
    claims("auth_tme: {}"),
    [
      'access.yaml:2:20 login.claims.auth_tme must be a claim that Entra adds to an ID token for the asking; did you mean "auth_time"?',
    ],
    claims("auth_time: {}"),
  ],
  [
    "a claim from a directory extension",
    claims("extn.team: {}"),
    ['access.yaml:2:20 login.claims["extn.team"] must be a claim that Entra adds to an ID token for the asking'],
    claims("sid: {}"),
  ],
  [
    "groups",
    claims("groups: {}"),
    [
      "access.yaml:2:20 login.claims.groups must not be groups: which groups a token lists is login.groups.emit, and each by its object ID, which bindings name",
    ],
    claims("email: { essential: true }"),
  ],
  [
    "a claim of access tokens",
    claims("idtyp: {}, xms_cc: {}, aud: {}"),
    [
      "access.yaml:2:20 login.claims.idtyp must not be idtyp, which Entra writes into access tokens only",
      "access.yaml:2:31 login.claims.xms_cc must not be xms_cc, which Entra writes into access tokens only",
      "access.yaml:2:43 login.claims.aud must not be aud: an ID token's aud is always the client ID",
    ],
    claims("acrs: {}, xms_pl: {}"),
  ],
  [
    "a claim that the v1 issuer writes by itself",
    claims("given_name: {}", ", issuer: v1"),
    [
      "access.yaml:2:20 login.claims.given_name must be a claim that the v1 issuer has to be asked for: it writes given_name by itself; leave it out",
    ],
    claims("given_name: {}"),
  ],
  [
    "a claim that the v2 issuer writes by itself",
    claims("preferred_username: {}"),
    [
      "access.yaml:2:20 login.claims.preferred_username must be a claim that the v2 issuer has to be asked for: it writes preferred_username by itself; leave it out",
    ],
    claims("preferred_username: {}", ", issuer: v1"),
  ],
  [
    "a property of a claim that has none",
    claims("email: { additionalProperties: [include_externally_authenticated_upn] }", ", guests: true"),
    ["access.yaml:2:29 login.claims.email.additionalProperties must stand at upn, the only claim that has any"],
    claims("upn: { additionalProperties: [include_externally_authenticated_upn] }", ", guests: true"),
  ],
  [
    "a way of writing guests where none sign in",
    claims("upn: { additionalProperties: [include_externally_authenticated_upn] }"),
    [
      "access.yaml:2:27 login.claims.upn.additionalProperties must stand beside login.guests: true, since it is about guests alone",
    ],
    claims("upn: { essential: true }"),
  ],
  [
    "two ways of writing a guest",
    claims(
      "upn: { additionalProperties: [include_externally_authenticated_upn, include_externally_authenticated_upn_without_hash] }",
      ", guests: true",
    ),
    [
      "access.yaml:2:49 login.claims.upn.additionalProperties must name one way of writing a guest's upn; leave the key out for the usual one",
    ],
    claims("upn: { additionalProperties: [include_externally_authenticated_upn_without_hash] }", ", guests: true"),
  ],
  [
    "a property that Entra does not know",
    claims("upn: { additionalProperties: [without_hash] }", ", guests: true"),
    [
      'access.yaml:2:50 login.claims.upn.additionalProperties[0] must be one of "include_externally_authenticated_upn", "include_externally_authenticated_upn_without_hash", got "without_hash"',
    ],
    claims("upn: { additionalProperties: [include_externally_authenticated_upn] }", ", guests: true"),
  ],
  [
    "an unknown key of a claim",
    claims("ctry: { essentiel: true }"),
    ['access.yaml:2:28 login.claims.ctry.essentiel must be a known key; did you mean "essential"?'],
    claims("ctry: { essential: true }"),
  ],
]);
