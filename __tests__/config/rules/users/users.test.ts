import { withTenant } from "../../../access-text";
import { a, describeRules, type RuleCase } from "../describe-rules";

const withValue = (type: string, value: string) =>
  withTenant(`attributes: { team: { type: ${type} } }\nusers: { ada@contoso.com: { attributes: { team: ${value} } } }`);

/** A value of a type that is refused, and its neighbour. */
const value = (what: string, type: string, refused: string, sentence: string, allowed: string): RuleCase => [
  what,
  withValue(type, refused),
  [`access.yaml:3:49 users["ada@contoso.com"].attributes.team ${sentence}`],
  withValue(type, allowed),
];

describeRules([
  [
    "a user whose key is no user principal name",
    withTenant("users: { ada: {} }"),
    ["access.yaml:2:10 users.ada must have a user principal name such as ada@contoso.com as key"],
    withTenant("users: { ada@contoso.com: {} }"),
  ],
  [
    "a user twice",
    withTenant("users: { ada@contoso.com: {}, Ada@Contoso.com: {} }"),
    [
      'access.yaml:2:31 users["Ada@Contoso.com"] must not be the same person as "ada@contoso.com": Entra compares names without case',
    ],
    withTenant("users: { ada@contoso.com: {}, Adam@Contoso.com: {} }"),
  ],
  [
    "a value of an attribute that is not defined",
    withTenant("attributes: { picture: {} }\nusers: { ada@contoso.com: { attributes: { pictre: x, team: y } } }"),
    [
      'access.yaml:3:43 users["ada@contoso.com"].attributes.pictre must be an attribute defined under "attributes"; did you mean "picture"?',
      'access.yaml:3:54 users["ada@contoso.com"].attributes.team must be an attribute defined under "attributes"',
    ],
    withTenant(
      "attributes: { picture: {}, team: {} }\nusers: { ada@contoso.com: { attributes: { picture: x, team: y } } }",
    ),
  ],
  [
    "a value of a retired attribute",
    withTenant("attributes: { team: { retired: true } }\nusers: { ada@contoso.com: { attributes: { team: x } } }"),
    [
      'access.yaml:3:43 users["ada@contoso.com"].attributes.team must not be given, since attributes.team is retired; remove it',
    ],
    withTenant("attributes: { team: { retired: true } }\nusers: { ada@contoso.com: {} }"),
  ],
  value("a text of 257 characters", "String", a(257), `must be 256 characters or fewer, got "${a(77)}..."`, a(256)),
  value("an empty text", "String", '""', 'must not be empty, got ""; remove it to clear the value', '" "'),
  value("a number for a text", "String", "1", "must be text, got 1; put it in quotes", '"1"'),
  value("a list for a text", "String", "[x]", "must be text, a number, true or false, got a list", "x"),
  value(
    "a text that CDKTF would replace",
    "String",
    '"${TfToken[TOKEN.0]}"',
    'must not contain "TfToken[", which CDKTF replaces, got "${TfToken[TOKEN.0]}"',
    '"${TfToken}"',
  ),
  value("a word for a switch", "Boolean", "yes", 'must be true or false, got "yes"', "false"),
  value(
    "an integer of 33 bits",
    "Integer",
    "2147483648",
    "must be a whole number of 32 bits, got 2147483648",
    "2147483647",
  ),
  value(
    "a negative one",
    "Integer",
    "-2147483649",
    "must be a whole number of 32 bits, got -2147483649",
    "-2147483648",
  ),
  value("an integer with a fraction", "Integer", "1.5", "must be a whole number of 32 bits, got 1.5", "1.0"),
  value("a digit in quotes", "Integer", '"1"', 'must be a whole number of 32 bits, got "1"', "1"),
  value(
    "a number that the provider would round",
    "LargeInteger",
    "9007199254740993",
    "must be a whole number from -9007199254740991 to 9007199254740991, got 9007199254740993",
    "-9007199254740991",
  ),
  value(
    "a time without a zone",
    "DateTime",
    "2026-01-31T08:00:00",
    'must be a time in whole seconds such as 2026-01-31T08:00:00Z, got "2026-01-31T08:00:00"',
    "2026-01-31T08:00:00+01:00",
  ),
  value(
    "a day that does not exist",
    "DateTime",
    "2026-02-30T08:00:00Z",
    'must be a time in whole seconds such as 2026-01-31T08:00:00Z, got "2026-02-30T08:00:00Z"',
    "2028-02-29T08:00:00Z",
  ),
  value(
    "a fraction of a second",
    "DateTime",
    "2026-01-31T08:00:00.5Z",
    'must be a time in whole seconds such as 2026-01-31T08:00:00Z, got "2026-01-31T08:00:00.5Z"',
    "2026-01-31T08:00:00Z",
  ),
]);
