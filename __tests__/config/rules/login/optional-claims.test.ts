import { withTenant } from "../../../access-text";
import { describeRules } from "../describe-rules";

const claims = (entries: string, more = "") => withTenant(`login: { claims: { ${entries} }${more} }`);

describeRules([
  [
    "a claim that Entra does not know",
    claims("auth_tme: {}"),
    [
      'access.yaml:2:20 login.claims.auth_tme must be a claim that Entra adds to an ID token on request; did you mean "auth_time"?',
    ],
    claims("auth_time: {}"),
  ],
  [
    "a claim from a directory extension",
    claims("extn.team: {}"),
    ['access.yaml:2:20 login.claims["extn.team"] must be a claim that Entra adds to an ID token on request'],
    claims("sid: {}"),
  ],
  [
    "groups",
    claims("groups: {}"),
    [
      "access.yaml:2:20 login.claims.groups must not be groups: login.groups.emit says which groups a token lists, by the object IDs that bindings name",
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
      "access.yaml:2:20 login.claims.given_name must be a claim that the v1 issuer writes only on request, but it always writes given_name; leave it out",
    ],
    claims("given_name: {}"),
  ],
  [
    "a claim that the v2 issuer writes by itself",
    claims("preferred_username: {}"),
    [
      "access.yaml:2:20 login.claims.preferred_username must be a claim that the v2 issuer writes only on request, but it always writes preferred_username; leave it out",
    ],
    claims("preferred_username: {}", ", issuer: v1"),
  ],
  [
    "a property of a claim that has none",
    claims("email: { additionalProperties: [include_externally_authenticated_upn] }", ", guests: true"),
    [
      "access.yaml:2:29 login.claims.email.additionalProperties must be under upn, the only claim with additional properties",
    ],
    claims("upn: { additionalProperties: [include_externally_authenticated_upn] }", ", guests: true"),
  ],
  [
    "a way of writing guests where none sign in",
    claims("upn: { additionalProperties: [include_externally_authenticated_upn] }"),
    [
      "access.yaml:2:27 login.claims.upn.additionalProperties must be used with login.guests: true, because it affects guests only",
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
      "access.yaml:2:49 login.claims.upn.additionalProperties must name one way of writing a guest's upn; remove the key to use the default",
    ],
    claims("upn: { additionalProperties: [include_externally_authenticated_upn_without_hash] }", ", guests: true"),
  ],
  [
    "a property that Entra does not know",
    claims("upn: { additionalProperties: [without_hash] }", ", guests: true"),
    [
      'access.yaml:2:50 login.claims.upn.additionalProperties[0] must be one of "include_externally_authenticated_upn", "include_externally_authenticated_upn_without_hash", got "without_hash"; did you mean "include_externally_authenticated_upn_without_hash"?',
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
