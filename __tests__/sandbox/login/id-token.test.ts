import { claimsOf } from "./claims-of";
import { assigned, clientId, realV1, realV2, sampleDirectory, tenantId } from "./sample-directory";

const withUpn = (...additionalProperties: readonly string[]) =>
  sampleDirectory({ application: { optionalClaims: { idToken: [{ name: "upn", additionalProperties }] } } });

test("a v2 token names the application, the issuer, the tenant and the person", () => {
  const claims = claimsOf(sampleDirectory());
  expect(claims).toMatchObject({ aud: clientId, iss: realV2, ver: "2.0", tid: tenantId, oid: "id-ada", name: "ada" });
  expect(claims).toMatchObject({ preferred_username: "ada@contoso.com", email: "ada@contoso.com" });
  expect(claims).not.toHaveProperty("upn");
});

test("a v2 token says nothing of the person without the scopes profile and email, and no oid or upn", () => {
  const claims = claimsOf(withUpn(), "ada", { scopes: ["openid"] });
  expect(Object.keys(claims).sort()).toEqual(["aud", "exp", "groups", "iat", "iss", "nbf", "sub", "tid", "uti", "ver"]);
});

test("a v1 token has the upn and the names of a member by itself", () => {
  const claims = claimsOf(sampleDirectory(), "ada", { issuer: realV1, scopes: ["openid"] });
  expect(claims).toMatchObject({ iss: realV1, ver: "1.0", oid: "id-ada", upn: "ada@contoso.com" });
  expect(claims).toMatchObject({ unique_name: "ada@contoso.com", given_name: "ada", family_name: "S" });
  expect(claims).not.toHaveProperty("preferred_username");
});

test("a guest has no upn on either version, and not even if the application asks for one", () => {
  expect(claimsOf(sampleDirectory(), "gus", { issuer: realV1 })).not.toHaveProperty("upn");
  expect(claimsOf(withUpn(), "gus")).not.toHaveProperty("upn");
});

test("a guest has a upn with include_externally_authenticated_upn, written with or without the hash", () => {
  const upn = (how: string) => claimsOf(withUpn(how), "gus")["upn"];
  expect(upn("include_externally_authenticated_upn")).toBe("gus_fabrikam.com#EXT#@contoso.com");
  expect(upn("include_externally_authenticated_upn_without_hash")).toBe("gus_fabrikam.com_EXT_@contoso.com");
});

test("whoever has no mail address has no email claim", () => {
  expect(claimsOf(sampleDirectory(), "nomail")).not.toHaveProperty("email");
});

test("an application role comes as its value", () => {
  const claims = claimsOf(sampleDirectory({ collections: assigned("devs", "id-ada") }));
  expect(claims["roles"]).toEqual(["Admin"]);
});

test("the same person is another subject for another application", () => {
  const other = "22222222-2222-2222-2222-222222222222";
  const elsewhere = sampleDirectory({ application: { appId: other }, servicePrincipal: { appId: other } });
  const { sub } = claimsOf(sampleDirectory());
  expect(claimsOf(sampleDirectory()).sub).toBe(sub);
  expect(claimsOf(elsewhere, "ada", { clientId: other }).sub).not.toBe(sub);
});
