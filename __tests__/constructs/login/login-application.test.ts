import { withTenant } from "../../access-text";
import { synth } from "../../synth";

const application = (login: string) =>
  synth(withTenant(`login: { ${login} }`)).resource("login", "azuread_application", "login");

test("the application is for this tenant, with a public localhost redirect and no implicit flow", () => {
  expect(application("name: sign-in")).toMatchObject({
    display_name: "sign-in",
    sign_in_audience: "AzureADMyOrg",
    public_client: { redirect_uris: ["http://localhost"] },
    fallback_public_client_enabled: false,
    web: { implicit_grant: { access_token_issuance_enabled: false, id_token_issuance_enabled: false } },
  });
});

test("device codes make it a public client also where no redirect says so", () => {
  expect(application("deviceCode: true")["fallback_public_client_enabled"]).toBe(true);
});

test.each([
  ["security", "SecurityGroup"],
  ["assigned", "ApplicationGroup"],
  ["all", "All"],
])("groups.emit: %s is %s in Entra", (emit, claims) => {
  expect(application(`groups: { emit: ${emit} }`)["group_membership_claims"]).toEqual([claims]);
});

test("the ID token is asked for upn, email and groups, in this order", () => {
  expect(application("")["optional_claims"]).toEqual({
    id_token: [{ name: "upn" }, { name: "email" }, { name: "groups" }],
  });
});

test("a guest's upn is asked for only if the file says that guests sign in", () => {
  expect(application("guests: true")["optional_claims"]).toMatchObject({
    id_token: [{ name: "upn", additional_properties: ["include_externally_authenticated_upn"] }, {}, {}],
  });
});

test("the application refuses to be destroyed unless protect is false", () => {
  expect(application("")["lifecycle"]).toMatchObject({ prevent_destroy: true });
  expect(application("protect: false")["lifecycle"]).not.toHaveProperty("prevent_destroy");
});

test("a service principal that is there already is taken over", () => {
  expect(synth(withTenant("")).resource("login", "azuread_service_principal", "login")["use_existing"]).toBe(true);
});
