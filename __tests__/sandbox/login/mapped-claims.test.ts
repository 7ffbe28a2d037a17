import { claimsOf } from "./claims-of";
import { clientId, sampleDirectory } from "./sample-directory";

const extension = `extension_${clientId.replaceAll("-", "")}_default_namespace`;
const defined = { extensionProperties: [{ id: "e1", name: extension, targetObjects: ["User"] }] };
const policy = {
  Version: 1,
  IncludeBasicClaimSet: "true",
  ClaimsSchema: [
    { Source: "user", ExtensionID: extension, JwtClaimType: "default_namespace" },
    { Source: "user", ExtensionID: extension.toUpperCase(), JwtClaimType: "wrong_case" },
    { Source: "user", ID: "DisplayName", JwtClaimType: "nick" },
    { Source: "user", ID: "extensionAttribute7", JwtClaimType: "seventh" },
    { Source: "user", ID: "mail", JwtClaimType: "groups" },
    { Value: "everybody", JwtClaimType: "constant" },
  ],
};
const mapping = (acceptMappedClaims: boolean | null, ada = {}, changes = {}) =>
  sampleDirectory({
    application: { api: { acceptMappedClaims } },
    policies: [{ ...policy, ...changes }],
    collections: defined,
    ada,
  });

test("a claims mapping policy needs acceptMappedClaims (50146)", () => {
  expect(() => claimsOf(mapping(null))).toThrow("AADSTS50146: This application is required");
});

test("a policy maps properties, extensions by their exact name, and constants", () => {
  const ada = { [extension]: "team-a", onPremisesExtensionAttributes: { extensionAttribute7: "seven" } };
  const claims = claimsOf(mapping(true, ada));
  expect(claims).toMatchObject({ default_namespace: "team-a", nick: "ada", seventh: "seven", constant: "everybody" });
  expect(claims).not.toHaveProperty("wrong_case");
});

test("a policy does not map restricted claims", () => {
  expect(claimsOf(mapping(true))["groups"]).toEqual(["devs", "parents"]);
});

test("a mapped property without a value is no claim", () => {
  expect(claimsOf(mapping(true))).not.toHaveProperty("default_namespace");
});

test("a policy can leave out the basic claims", () => {
  const claims = claimsOf(mapping(true, {}, { IncludeBasicClaimSet: "false" }));
  expect(claims).not.toHaveProperty("preferred_username");
  expect(claims).toHaveProperty("nick", "ada");
});

test("an extension as optional claim is called extn.<name> and is a list", () => {
  const application = { optionalClaims: { idToken: [{ name: extension, source: "user" }] } };
  const claims = claimsOf(sampleDirectory({ application, collections: defined, ada: { [extension]: "team-a" } }));
  expect(claims["extn.default_namespace"]).toEqual(["team-a"]);
  expect(claims).not.toHaveProperty("default_namespace");
});
