import { withTenant } from "../access-text";
import { synth } from "../synth";

const attributes = "attributes: { team: {}, picture: {} }";
const program = synth(withTenant(`${attributes}\nusers: { ada@contoso.com: {} }`));

test("there is a stack of values as soon as an attribute is defined, so that the last person's can be taken out", () => {
  expect(synth(withTenant("users: { ada@contoso.com: {} }")).stacks).not.toHaveProperty("attributes");
  expect(synth(withTenant(attributes)).stack("attributes")).not.toHaveProperty("resource");
});

test("values wait for login, and a definition that it has not made yet is named", () => {
  expect(program.dependencies["attributes"]).toEqual(["login"]);
  const missing = '[for name in ["picture","team"] : name if !can(self.outputs.attribute_types[name])]';
  expect(program.find("attributes", "data", "terraform_remote_state", "login", "lifecycle")).toMatchObject({
    postcondition: [
      {
        condition: `\${length(${missing}) == 0}`,
        error_message: `The stack "login" has not defined these attributes yet: \${join(", ", ${missing})}. Deploy login first: npx cdktf deploy '{users,people,login}'`,
      },
    ],
  });
});

test("whoever is not found is in unknown_users and in a check, which only warns", () => {
  const unknown = "[for name, id in local.people : name if id == null]";
  expect(program.find("attributes", "output", "unknown_users")["value"]).toBe(`\${${unknown}}`);
  expect(program.find("attributes", "check", "unknown_users")).toMatchObject({
    assert: [{ condition: `\${length(${unknown}) == 0}` }],
  });
});

test("a file without users looks nobody up", () => {
  const nobody = synth(withTenant(attributes));
  expect(nobody.find("attributes", "data")).not.toHaveProperty("msgraph_resource");
  expect(nobody.find("attributes", "output", "unknown_users")["value"]).toEqual([]);
});

test("lookup: each asks azuread for people; values are written through msgraph all the same", () => {
  const each = synth(withTenant(`${attributes}\nusers: { ada@contoso.com: {} }\ndirectory: { lookup: each }`));
  expect(Object.keys(each.find("attributes", "provider")).sort()).toEqual(["azuread", "msgraph"]);
  expect(each.find("attributes", "data")).toHaveProperty("azuread_users");
});
