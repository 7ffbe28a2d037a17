import { optionalClaims } from "../../../config/schema/login/optional-claims";
import { attributeKind, claimKind, claimsOfLogin } from "../../../model/login/id-token-claims";

test("of every claim that an access file can ask for is said how it stands in a token", () => {
  expect(Object.keys(optionalClaims).filter((name) => claimKind(name) === undefined)).toEqual([]);
});

test("and of every claim that comes unasked", () => {
  const carried = (["v1", "v2"] as const).flatMap((issuer) => claimsOfLogin({ issuer, username: {}, claims: {} }));
  expect(carried.filter((name) => claimKind(name) === undefined)).toEqual([]);
  expect(claimKind("default_namespace")).toBeUndefined();
});

test("an attribute is text if it is in the directory", () => {
  expect(["String", "Boolean", "Integer", "LargeInteger", "DateTime"].map(attributeKind)).toEqual([
    "text",
    ...["unsettled", "unsettled", "unsettled", "unsettled"],
  ]);
});

test("on v2 a token names the person only where kubectl asks for the scope profile", () => {
  const names = (claim: string, claims = {}) =>
    claimsOfLogin({ issuer: "v2", username: { claim }, claims }).filter((name) =>
      ["oid", "upn", "name"].includes(name),
    );
  expect(names("upn")).toEqual(["oid", "name", "upn"]);
  expect(names("sub")).toEqual([]);
  expect(names("sub", { given_name: {} })).toEqual(["oid", "name", "upn"]);
});
