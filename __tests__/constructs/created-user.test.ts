import { withTenant } from "../access-text";
import { synth } from "../synth";

const program = synth(
  withTenant('users: { Nora.New@contoso.com: { create: { displayName: "N ${x} \\"q\\"" } } }\nlogin: { name: "it’s" }'),
);
const address = "nora_2e_new_40_contoso_2e_com";
const account = program.resource("users", "msgraph_resource_action", address);
const known = 'try(local.accounts["nora.new@contoso.com"], null)';

test("a person is made by one POST, without a resource that would delete the account", () => {
  expect(account["method"]).toBe(`\${${known} == null ? "POST" : "PATCH"}`);
  expect(account["resource_url"]).toBe(`\${${known} == null ? "users" : "users/\${${known}}"}`);
  expect(program.stack("users")["resource"]).not.toHaveProperty("azuread_user");
});

test("the first password is made up, sensitive, and has to be changed at the first sign-in", () => {
  expect(account["body"]).toContain(
    'passwordProfile = {forceChangePasswordNextSignIn = true, password = sensitive("Aa1-${uuid()}")}',
  );
});

test("the account says who made it, and the operator's text is text", () => {
  expect(account["body"]).toContain('employeeType = "made by it’s"');
  expect(account["body"]).toContain('displayName = "N $${x} \\"q\\""');
  const { $filter } = program.find("users", "data", "msgraph_resource", "accounts", "query_parameters");
  expect($filter).toEqual(["employeeType eq 'made by it’s'"]);
});

test("an account that was made before is named and enabled again, and keeps its password", () => {
  const again = '{accountEnabled = true, displayName = "N $${x} \\"q\\""}';
  expect(account["body"]).toContain(`, ${again}][${known} == null ? 0 : 1]}`);
});

test("once made, only another name touches it", () => {
  expect(account["lifecycle"]).toEqual({
    ignore_changes: ["resource_url", "method", "body"],
    replace_triggered_by: [`terraform_data.${address}`],
  });
  expect(program.resource("users", "terraform_data", address)["triggers_replace"]).toEqual({
    displayName: 'N $${x} "q"',
  });
});
