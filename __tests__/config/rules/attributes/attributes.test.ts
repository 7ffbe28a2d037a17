import { withTenant } from "../../../access-text";
import { a, describeRules } from "../describe-rules";

const restricted =
  "must not have the name of a claim that Microsoft restricts: a policy cannot map it, so no token would contain it";
const key = "must have a key of 1 to 63 letters, digits and _, the first a letter";

describeRules([
  [
    "an attribute with a dash in its name",
    withTenant("attributes: { default-namespace: {} }"),
    [`access.yaml:2:15 attributes.default-namespace ${key}`],
    withTenant("attributes: { default_namespace2: {} }"),
  ],
  [
    "an attribute that begins with a digit",
    withTenant("attributes: { 2fa: {} }"),
    [`access.yaml:2:15 attributes.2fa ${key}`],
    withTenant("attributes: { fa2: {} }"),
  ],
  [
    "an attribute of 64 characters",
    withTenant(`attributes: { ${a(64)}: {} }`),
    [`access.yaml:2:15 attributes.${a(64)} ${key}`],
    withTenant(`attributes: { ${a(63)}: {} }`),
  ],
  [
    "an attribute that is called like a restricted claim",
    withTenant("attributes:\n  email: {}\n  Nickname: {}\n  xms_team: {}"),
    [
      `access.yaml:3:3 attributes.email ${restricted}`,
      `access.yaml:4:3 attributes.Nickname ${restricted}`,
      `access.yaml:5:3 attributes.xms_team ${restricted}`,
    ],
    withTenant("attributes:\n  emails: {}\n  nick_name: {}\n  team_xms_: {}\n  picture: {}"),
  ],
  [
    "two attributes that Microsoft Graph takes for one",
    withTenant("attributes: { team: {}, Team: {} }"),
    [
      "access.yaml:2:25 attributes.Team must differ from attributes.team by more than upper and lower case, which Microsoft Graph ignores",
    ],
    withTenant("attributes: { team: {}, Teams: {} }"),
  ],
  [
    "a type that a person cannot have",
    withTenant("attributes: { team: { type: Binary } }"),
    [
      'access.yaml:2:29 attributes.team.type must be one of "String", "Boolean", "Integer", "LargeInteger", "DateTime", got "Binary"',
    ],
    withTenant("attributes: { team: { type: Boolean } }"),
  ],
]);
