import { tenant, withGrants } from "../../../access-text";
import { describeRules, type RuleCase } from "../describe-rules";

/** A file whose one cluster requires claims; more lines follow. */
const requiring = (claims: string, more = "") =>
  `${withGrants("[]").replace("grants: []", `requiredClaims: ${claims}`)}${more}`;
const at = "access.yaml:6:23 clusters.prod.requiredClaims";
const noText = "and the API server refuses everybody if a required claim is not text";
const optional = (claim: string) => `login: { claims: { ${claim}: {} } }\n`;

describeRules([
  [
    "acct, which is a number; said with what does keep guests off",
    requiring('{ acct: "0" }', optional("acct")),
    [
      `${at}.acct must not be acct: it is a number in a token, ${noText}; to keep guests off this cluster, grant its roles to groups without guests, or require an attribute of type String that only others have; to keep them off every cluster, leave login.guests false with username.claim "upn"`,
    ],
    requiring("{ kind: member }", "attributes: { kind: {} }\n"),
  ],
  ...[
    ["auth_time", "it is a number in a token"],
    ["verified_primary_email", "it is a list in a token"],
    ["xms_edov", "it is true or false in a token"],
    ["pwd_exp", "no document says that it is text in a token"],
  ].map(([claim = "", why = ""]): RuleCase => [
    `${claim}, although it is asked for`,
    requiring(`{ ${claim}: x }`, optional(claim)),
    [`${at}.${claim} must not be ${claim}: ${why}, ${noText}`],
    requiring("{ ctry: DE }", optional("ctry")),
  ]),
  [
    "groups",
    requiring("{ groups: x }"),
    [`${at}.groups must not be groups: it is a list in a token, ${noText}; use grants to say what a group may do`],
    requiring("{ email: ada@contoso.com }"),
  ],
  [
    "a claim that nobody asks for",
    requiring("{ ctry: DE }"),
    [`${at}.ctry must be a claim in the tokens of this login; ask for it under login.claims`],
    requiring("{ ctry: DE }", optional("ctry")),
  ],
  [
    "a claim that there is not",
    requiring("{ clearence: high }", "attributes: { clearance: {} }\n"),
    [`${at}.clearence must be a claim in the tokens of this login; did you mean "clearance"?`],
    requiring("{ clearance: high }", "attributes: { clearance: {} }\n"),
  ],
  [
    "and one like no other",
    requiring("{ x: y }"),
    [`${at}.x must be a claim in the tokens of this login; define it under "attributes"`],
    requiring("{ x: y }", "attributes: { x: {} }\n"),
  ],
  [
    "a claim of the scope profile, which nobody asks for",
    requiring(`{ oid: ${tenant} }`, "login: { username: { claim: sub } }\n"),
    [
      `${at}.oid must be a claim in the tokens of this login; on v2 it needs the scope profile, which kubectl requests with username.claim "upn"`,
    ],
    requiring(`{ oid: ${tenant} }`),
  ],
  [
    "an attribute that may be no text",
    requiring('{ level: "5" }', "attributes: { level: { type: Integer } }\n"),
    [
      `${at}.level must not be an attribute of type Integer: no document says that tokens contain it as text, and without text the API server refuses everybody; define one of type String`,
    ],
    requiring('{ level: "5" }', "attributes: { level: {} }\n"),
  ],
  [
    "a retired attribute",
    requiring('{ level: "5" }', "attributes: { level: { retired: true } }\n"),
    [`${at}.level must not be a retired attribute, which no token contains`],
    requiring('{ level: "5" }', "attributes: { level: {} }\n"),
  ],
  [
    "another tenant",
    requiring(`{ tid: ${tenant.replace("8", "9")} }`),
    [
      `access.yaml:6:28 clusters.prod.requiredClaims.tid must be "${tenant}", as in every token of this login: with another value nobody can sign in, got "${tenant.replace("8", "9")}"`,
    ],
    requiring(`{ tid: ${tenant} }`),
  ],
  [
    "another version",
    requiring('{ ver: "1.0" }'),
    [
      'access.yaml:6:28 clusters.prod.requiredClaims.ver must be "2.0", as in every token of this login: with another value nobody can sign in, got "1.0"',
    ],
    requiring('{ ver: "1.0" }', "login: { issuer: v1 }\n"),
  ],
]);
