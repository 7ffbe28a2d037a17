import { withTenant } from "../access-text";
import { synth } from "../synth";

test("there is no stack users unless somebody is invited, made, or has left", () => {
  expect(synth(withTenant("users: { ada@contoso.com: {} }")).stacks).not.toHaveProperty("users");
  for (const text of [
    "guests: [gus@fabrikam.com]",
    "users: { nora@contoso.com: { create: { displayName: N } } }",
    "users: { nora@contoso.com: { left: true } }",
  ]) {
    expect(synth(withTenant(text)).stacks).toHaveProperty("users");
  }
});

test("whoever comes is there before people and attributes look for them, and only leavers reads its state", () => {
  const program = synth(
    withTenant(
      "users: { nora@contoso.com: { create: { displayName: N }, attributes: { team: a } } }\nattributes: { team: {} }",
    ),
  );
  expect(program.dependencies["people"]).toEqual(["users"]);
  expect(program.dependencies["attributes"]).toContain("users");
  expect(Object.keys(program.find("users", "output"))).toEqual(["account_ids", "account_mark", "left_account_ids"]);
  for (const stack of ["people", "attributes", "login"]) {
    expect(program.stack(stack)["data"] ?? {}).not.toHaveProperty("terraform_remote_state.users");
  }
});

test("guests alone need no lookup of accounts", () => {
  const program = synth(withTenant("guests: [gus@fabrikam.com]"));
  expect(program.find("users", "locals")).toEqual({ members_by_mail: expect.any(String) as string });
});

test("people alone need no lookup of guests", () => {
  const program = synth(withTenant("users: { nora@contoso.com: { create: { displayName: N } } }"));
  expect(program.find("users", "locals")).not.toHaveProperty("members_by_mail");
});

test("an account that only has another name now stops the plan, before people takes the person out of groups", () => {
  const program = synth(withTenant("users: { nora@contoso.com: { create: { displayName: N } } }"));
  expect(program.find("users", "locals")["renamed"]).toBe(
    "${[for account in local.marked : account.name if !contains(keys(local.account_ids), lower(account.name)) && contains(values(local.account_ids), account.id)]}",
  );
  expect(program.find("users", "output", "account_ids")["precondition"]).toMatchObject([
    { condition: "${length(local.renamed) == 0}" },
  ]);
});
