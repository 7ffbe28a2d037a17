import { withTenant } from "../../access-text";
import { synth } from "../../synth";

const program = synth(withTenant('users: { Nora.New@contoso.com: { create: { displayName: "N ${x} \\"q\\"" } } }'));
const address = "nora_2e_new_40_contoso_2e_com";
const account = program.resource("users", "msgraph_resource_action", address);
const there = 'local.accounts["nora.new@contoso.com"]';
const known = `try(${there}.id, null)`;

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

const named = 'displayName = "N $${x} \\"q\\""';

test("the account carries the mark of this file, and the operator's text is text", () => {
  expect(account["body"]).toContain(
    `\${[{accountEnabled = true, ${named}, employeeType = local.mark_of_who_comes, userPrincipalName = "nora.new@contoso.com", `,
  );
});

test("an account that is there is named and nothing else; only who was disabled by this program is enabled", () => {
  const back = `{accountEnabled = true, ${named}, employeeType = local.mark_of_who_comes}`;
  const hasLeft = `try(endswith(${there}.mark, " left"), false)`;
  expect(account["body"]).toContain(`, {${named}}, ${back}][${known} == null ? 0 : ${hasLeft} ? 2 : 1]}`);
});

test("once made, only another name touches it", () => {
  expect(account["lifecycle"]).toEqual({
    ignore_changes: "all",
    replace_triggered_by: [`terraform_data.${address}`],
  });
  expect(program.resource("users", "terraform_data", address)["triggers_replace"]).toEqual({
    displayName: 'N $${x} "q"',
  });
});
