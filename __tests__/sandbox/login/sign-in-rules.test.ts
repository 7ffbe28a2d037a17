import { claimsOf } from "./claims-of";
import { assigned, clientId, consent, realV1, sampleDirectory, tenantId } from "./sample-directory";

const refused = (number: number) => expect.objectContaining({ number }) as Error;
const onlyAssigned = (...principals: readonly string[]) =>
  sampleDirectory({ servicePrincipal: { appRoleAssignmentRequired: true }, collections: assigned(...principals) });
const consented = (...grants: readonly Parameters<typeof consent>[0][]) =>
  sampleDirectory({ collections: { oauth2PermissionGrants: grants.map(consent) } });

test("a disabled user is refused (50057), an unknown one too (50034)", () => {
  expect(() => claimsOf(sampleDirectory(), "off")).toThrow("AADSTS50057: The user account is disabled.");
  expect(() => claimsOf(sampleDirectory(), "nobody")).toThrow(refused(50034));
});

test("a person is found by object ID, user principal name, mail address or the name before the @", () => {
  for (const name of ["id-gus", "GUS_fabrikam.com#EXT#@contoso.com", "gus@fabrikam.com", "gus"]) {
    expect(claimsOf(sampleDirectory(), name)).toMatchObject({ oid: "id-gus" });
  }
});

test("an unknown application is refused (700016), and one that is disabled (7000112)", () => {
  expect(() => claimsOf(sampleDirectory(), "ada", { clientId: tenantId })).toThrow(refused(700016));
  const disabled = sampleDirectory({ servicePrincipal: { accountEnabled: false } });
  expect(() => claimsOf(disabled)).toThrow(refused(7000112));
});

test("an application without a service principal is unknown (700016)", () => {
  const directory = sampleDirectory({ collections: { servicePrincipals: [] } });
  expect(() => claimsOf(directory)).toThrow(refused(700016));
});

test("where assignment is required, nobody else signs in (50105), and a nested group does not count", () => {
  expect(() => claimsOf(onlyAssigned())).toThrow(refused(50105));
  expect(() => claimsOf(onlyAssigned("parents"))).toThrow(refused(50105));
  for (const principal of ["devs", "id-ada"]) {
    expect(claimsOf(onlyAssigned(principal))).toMatchObject({ oid: "id-ada" });
  }
});

test("a scope that nobody has consented to is refused (65001)", () => {
  expect(() => claimsOf(consented())).toThrow(refused(65001));
  expect(() => claimsOf(sampleDirectory(), "ada", { scopes: ["openid", "Mail.Read"] })).toThrow(
    "(sandbox: not consented: Mail.Read)",
  );
});

test("consent of one person does not hold for another", () => {
  const directory = consented({ consentType: "Principal", principalId: "id-gus" });
  expect(() => claimsOf(directory)).toThrow(refused(65001));
  expect(claimsOf(directory, "gus")).toMatchObject({ oid: "id-gus" });
});

test("v1 takes any consent, but not none", () => {
  expect(claimsOf(consented({ scope: "User.Read" }), "ada", { issuer: realV1 })).toMatchObject({ aud: clientId });
  expect(() => claimsOf(consented(), "ada", { issuer: realV1 })).toThrow(refused(65001));
});
