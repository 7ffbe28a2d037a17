import { withGrants } from "../../../access-text";
import { quietLogin, warningsIn } from "../../../printed-warnings";

const told = (rule: string) =>
  warningsIn(
    `${withGrants("[{ group: devs, clusterRole: view }]", `{ devs: { rule: ${JSON.stringify(rule)} } }`)}${quietLogin}`,
  );

test.each([
  ["department = search", "has = outside of a text"],
  ['user.department == "search"', "has == outside of a text"],
  ['user.department -eq "a" && user.country -eq "DE"', "has && outside of a text"],
  ["all users", "has no operator of Entra's, such as -eq"],
  ['user.department -equals "search"', "has no operator of Entra's, such as -eq"],
  ["user.department -eq Platform", "compares with a text without quotes"],
])("rule %s is odd: %s", (rule, odd) => {
  expect(told(rule)).toEqual([
    `access.yaml:2:25 groups.devs.rule ${odd}. Entra may refuse the rule when you deploy. A rule looks like user.department -eq "Platform".`,
  ]);
});

test.each([
  'user.department -eq "a = b && c"',
  "user.accountEnabled -eq true",
  'user.department eq "Platform" and not (user.country in ["DE", "FR"])',
  'user.proxyAddresses -any (_ -startsWith "contoso")',
  "user.memberof -any (group.objectId -in ['8f3c0a5e-6d0b-4a41-9a43-0d6f4b9f2c11'])",
  'Direct Reports for "8f3c0a5e-6d0b-4a41-9a43-0d6f4b9f2c11"',
  "user.employeeHireDate -ge system.now -plus p1d or user.mail -ne null",
])("rule %s is not", (rule) => {
  expect(told(rule)).toEqual([]);
});
