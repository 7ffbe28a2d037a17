import { extraScopes, issuerUrl } from "../../model/login";
import { accessOf, tenant, withTenant } from "../access-text";

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
  expect(extraScopes(login(`{ issuer: ${issuer}, username: { claim: ${claim} } }`).login)).toEqual(scopes);
});
