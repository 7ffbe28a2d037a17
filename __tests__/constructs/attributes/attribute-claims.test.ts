import { withTenant } from "../../access-text";
import { synth } from "../../synth";

const program = (attributes: string) => synth(withTenant(`attributes: { ${attributes} }\nlogin: { name: "a\${b}" }`));
const policy = (attributes: string) =>
  program(attributes).find("login", "resource", "msgraph_resource", "claims-policy", "body");
const claim = (name: string) => ({
  Source: "user",
  ExtensionID: `extension_\${replace(azuread_application.login.client_id, "-", "")}_${name}`,
  JwtClaimType: name,
});

test("a token carries each attribute under exactly its name, beside the basic claims", () => {
  const [definition] = policy("picture: {}, default_namespace: {}")["definition"] as [string];
  // The quotes of the expression are Terraform's, not the JSON's.
  expect(JSON.parse(definition.replaceAll('"-", ""', String.raw`\"-\", \"\"`))).toEqual({
    ClaimsMappingPolicy: {
      Version: 1,
      IncludeBasicClaimSet: "true",
      ClaimsSchema: [claim("default_namespace"), claim("picture")],
    },
  });
});

test("the order of the file does not change the policy, which msgraph compares letter by letter", () => {
  expect(policy("a: {}, b: {}")).toEqual(policy("b: {}, a: {}"));
});

test("a retired attribute is no claim any more, and without claims there is no policy", () => {
  expect(policy("a: {}, b: { retired: true }")).toEqual(policy("a: {}"));
  expect(program("b: { retired: true }").addresses("login", "msgraph_resource")).toEqual(["b"]);
});

test("the policy is assigned to the service principal, both by the path that azuread wants", () => {
  expect(
    program("a: {}").resource("login", "azuread_service_principal_claims_mapping_policy_assignment", "claims"),
  ).toMatchObject({
    claims_mapping_policy_id: "/policies/claimsMappingPolicies/${msgraph_resource.claims-policy.id}",
    service_principal_id: "${azuread_service_principal.login.id}",
  });
});

test("the policy is called after the application, whose name is text and not Terraform", () => {
  expect(policy("a: {}")["displayName"]).toBe("a$${b} attributes");
});
