import { parseAccess } from "../../config/load";
import { inFile } from "../../config/mistake";
import { warningsOf } from "../../config/warnings";
import { withTenant } from "../access-text";

const warnings = (text: string) =>
  warningsOf(parseAccess(text, "access.yaml")).map((warning) => inFile("access.yaml", warning));

test.each(["security", "all"])("groups.emit: %s warns that more than 200 groups refuse the login", (emit) => {
  expect(warnings(withTenant(`login: { groups: { emit: ${emit} } }`))).toEqual([
    `access.yaml:2:26 login.groups.emit is "${emit}": whoever is in more than 200 groups, nested ones included, cannot sign in at all, since Entra then leaves the groups out and the API server refuses the token; "assigned" lists only granted groups`,
  ]);
});

test("a default that costs something is warned about where its key would stand", () => {
  expect(warnings(withTenant("login: { name: eks }"))[0]).toMatch(
    /^access\.yaml:2:8 login\.groups\.emit is "security"/,
  );
});

test.each([
  [
    "issuer: v1",
    'access.yaml:2:18 login.issuer is "v1": a refreshed v1 ID token is not signed, so everybody signs in through the browser again every hour',
  ],
  [
    'username: { prefix: "" }',
    "access.yaml:2:30 login.username.prefix is empty: a person is then called like any other user of the cluster with that name, and has that user's rights",
  ],
  [
    "protect: false",
    "access.yaml:2:19 login.protect is false: Terraform may destroy the application and the associations, after which nobody can sign in",
  ],
])("login: %s is warned about", (entry, warning) => {
  expect(warnings(withTenant(`login: { ${entry}, groups: { emit: assigned } }`))).toEqual([warning]);
});

test("nothing is warned about without need", () => {
  expect(warnings(withTenant("login: { groups: { emit: assigned } }"))).toEqual([]);
});
