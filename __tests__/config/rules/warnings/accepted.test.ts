import { mistakesIn, withTenant } from "../../../access-text";
import { describeRules, type RuleCase } from "../describe-rules";

const accepted = (entry: string) => withTenant(`accepted: [${entry}]\n`);
const rest = "reason: we know it, until: 2027-06-30";

const rules: readonly RuleCase[] = [
  [
    "a reason and a last day are required",
    accepted("{ warning: username }"),
    ["access.yaml:2:12 accepted[0].reason must be given", "access.yaml:2:12 accepted[0].until must be given"],
    accepted(`{ warning: username, ${rest} }`),
  ],
  [
    "a kind is required, and the message does not list all of them",
    accepted(`{ ${rest} }`),
    ["access.yaml:2:12 accepted[0].warning must be given"],
    accepted(`{ warning: username, ${rest} }`),
  ],
  [
    "the reason is not empty",
    accepted('{ warning: username, reason: "", until: 2027-06-30 }'),
    ['access.yaml:2:41 accepted[0].reason must not be empty, got ""'],
    accepted("{ warning: username, reason: x, until: 2027-06-30 }"),
  ],
  [
    "the last day is a day",
    accepted("{ warning: username, reason: x, until: 2027-02-30 }"),
    ['access.yaml:2:51 accepted[0].until must be a date such as 2027-06-30, got "2027-02-30"'],
    accepted("{ warning: username, reason: x, until: 2027-02-28 }"),
  ],
  [
    "only what check warns of or report finds can be accepted",
    accepted(`{ warning: user-name, ${rest} }`),
    [
      'access.yaml:2:23 accepted[0].warning must be a kind of warning or finding that check or report prints, got "user-name"; did you mean "username"?',
    ],
    accepted(`{ warning: open-to-others, ${rest} }`),
  ],
  [
    "one place is accepted once",
    accepted(`{ warning: username, ${rest} }, { warning: username, ${rest} }`),
    ["access.yaml:2:74 accepted[1] must not accept again what accepted[0] accepts"],
    accepted(`{ warning: username, ${rest} }, { warning: username, at: login, ${rest} }`),
  ],
];

describeRules(rules);

test("an acceptance never silences a mistake", () => {
  const mistake =
    "clusters: { prod: { eks: { name: prod-eks, region: eu-central-1 }, grants: [{ group: devs, clusterRole: view }] } }\n";
  const told = mistakesIn(withTenant(mistake));
  expect(told).toHaveLength(1);
  expect(mistakesIn(withTenant(`${mistake}accepted: [{ warning: every-secret, at: clusters, ${rest} }]\n`))).toEqual(
    told,
  );
});
