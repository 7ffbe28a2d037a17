import { withTenant } from "../../access-text";
import { synth } from "../../synth";

test("one grant consents to every scope of a sign-in, against Microsoft Graph's own service principal", () => {
  const program = synth(withTenant(""));
  expect(program.addresses("login", "azuread_service_principal_delegated_permission_grant")).toEqual(["consent"]);
  expect(program.resource("login", "azuread_service_principal_delegated_permission_grant", "consent")).toMatchObject({
    claim_values: ["openid", "profile", "email", "offline_access", "User.Read"],
    service_principal_object_id: "${azuread_service_principal.login.object_id}",
    resource_service_principal_object_id: "${data.azuread_service_principal.microsoft_graph.object_id}",
  });
  expect(program.find("login", "data", "azuread_service_principal", "microsoft_graph")).toMatchObject({
    client_id: "00000003-0000-0000-c000-000000000000",
  });
});

test("consent: manual leaves the tenant-wide right to an administrator", () => {
  const program = synth(withTenant("login: { consent: manual }"));
  expect(program.addresses("login", "azuread_service_principal_delegated_permission_grant")).toEqual([]);
});

test("a consent for the tenant that is there already is imported, one person's is not", () => {
  const [block] = synth(withTenant("")).find("login", "import") as unknown as Record<string, string>[];
  expect(block).toMatchObject({
    to: "azuread_service_principal_delegated_permission_grant.consent",
    id: "/oauth2PermissionGrants/${each.value}",
  });
  expect(block?.["for_each"]).toContain('if consent.type == "AllPrincipals" && consent.resource ==');
});
