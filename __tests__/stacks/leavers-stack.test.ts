import { withTenant } from "../access-text";
import { synth } from "../synth";

const attributes = "attributes: { team: {} }\n";

test("there is no stack leavers unless somebody is made, or has left", () => {
  expect(synth(withTenant("guests: [gus@fabrikam.com]")).stacks).not.toHaveProperty("leavers");
  for (const user of ["{ create: { displayName: N } }", "{ left: true }"]) {
    expect(synth(withTenant(`users: { nora@contoso.com: ${user} }`)).stacks).toHaveProperty("leavers");
  }
});

test("nobody is disabled or deleted before groups and attributes have let them go", () => {
  const people = "users: { nora@contoso.com: { create: { displayName: N } } }\n";
  expect([...synth(withTenant(people)).dependencies["leavers"]!].sort()).toEqual(["people", "users"]);
  expect(synth(withTenant(people + attributes)).dependencies["leavers"]).toContain("attributes");
});

test("it reads the mark and object IDs of accounts, and nothing else of users", () => {
  const { json, stacks } = synth(withTenant("users: { nora@contoso.com: { left: true } }"));
  const read = [...json.matchAll(/data\.terraform_remote_state\.users\.outputs\.(\w+)/g)].map(([, output]) => output);
  expect([...new Set(read)].sort()).toEqual(["account_ids", "account_mark"]);
  expect(stacks["leavers"]).not.toHaveProperty("output");
});
