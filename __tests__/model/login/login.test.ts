import { adminConsentUrl, assignmentRequired, assignsGroups, extraScopes, issuerUrl } from "../../../model/login/login";
import { accessOf, tenant, withTenant } from "../../access-text";

const login = (entry: string) => accessOf(withTenant(`login: ${entry}`));

test("the v1 issuer ends in a slash, the v2 issuer does not", () => {
  expect(issuerUrl(login("{ issuer: v1 }"))).toBe(`https://sts.windows.net/${tenant}/`);
  expect(issuerUrl(login("{ issuer: v2 }"))).toBe(`https://login.microsoftonline.com/${tenant}/v2.0`);
});

test.each([
  ["v2", "upn", ["profile", "offline_access"]],
  ["v2", "oid", ["profile", "offline_access"]],
  ["v2", "preferred_username", ["profile", "offline_access"]],
  ["v2", "email", ["email", "offline_access"]],
  ["v2", "sub", ["offline_access"]],
  ["v1", "upn", ["profile"]],
  ["v1", "sub", []],
])("on %s the user name %s needs the scopes %j", (issuer, claim, scopes) => {
  expect(extraScopes(login(`{ issuer: ${issuer}, username: { claim: ${claim} } }`).login, "id")).toEqual(scopes);
});

test("claims that come with the profile scope alone bring it", () => {
  const scopes = (claims: string) => extraScopes(login(`{ username: { claim: sub }, claims: ${claims} }`).login, "id");
  expect(scopes("{ given_name: {} }")).toEqual(["profile", "offline_access"]);
  expect(scopes("{ acct: {} }")).toEqual(["offline_access"]);
});

test("where a Conditional Access policy stands, the application itself is asked for", () => {
  const { login: settings } = login(`{ conditionalAccess: { mfa: true, breakGlass: ${tenant} } }`);
  expect(extraScopes(settings, "the-id")).toEqual(["profile", "offline_access", "the-id/.default"]);
});

test.each([
  ["{}", false, false],
  ["{ groups: { emit: assigned } }", true, true],
  ["{ assignment: required }", true, true],
  ["{ assignment: optional, groups: { emit: assigned } }", false, true],
])("login %s demands assignment: %s, and assigns groups: %s", (entry, required, assigns) => {
  const { login: settings } = login(entry);
  expect([assignmentRequired(settings), assignsGroups(settings)]).toEqual([required, assigns]);
});

test.each([
  ["public", "http%3A%2F%2Flocalhost"],
  ["confidential", "http%3A%2F%2Flocalhost%2F"],
] as const)(
  "an administrator consents at the tenant's own page, and is led to the redirect of %s kubectl",
  (kubectl, to) => {
    expect(adminConsentUrl(tenant, "id", { kubectl })).toBe(
      `https://login.microsoftonline.com/${tenant}/adminconsent?client_id=id&redirect_uri=${to}`,
    );
  },
);
