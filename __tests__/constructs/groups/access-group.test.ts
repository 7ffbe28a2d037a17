import { withTenant } from "../../access-text";
import { synth } from "../../synth";

const groups = (lines: string) => synth(withTenant(`groups:\n${lines}`));

test("a group's address is its key, its name is its display name or else its key", () => {
  const program = groups("  devs: { displayName: EKS Devs }\n  Ops_1: {}");
  expect(program.resource("people", "azuread_group", "devs")["display_name"]).toBe("EKS Devs");
  expect(program.resource("people", "azuread_group", "Ops_1")["display_name"]).toBe("Ops_1");
});

test("a group is a security group that no other group shares its name with", () => {
  expect(groups("  devs: {}").resource("people", "azuread_group", "devs")).toMatchObject({
    security_enabled: true,
    prevent_duplicate_names: true,
  });
});

test("members are one attribute in a stable order, not a resource each", () => {
  const one = groups("  devs: { members: [bob@contoso.com, ada@contoso.com] }");
  const other = groups("  devs: { members: [Ada@contoso.com, Bob@contoso.com] }");
  expect(one.resource("people", "azuread_group", "devs")["members"]).toBe(
    '${compact([for name in ["ada@contoso.com","bob@contoso.com"] : local.people[name]])}',
  );
  expect(one.json).toBe(other.json);
});

test("a group without members is emptied, not left alone", () => {
  expect(groups("  devs: {}").resource("people", "azuread_group", "devs")["members"]).toEqual([]);
  expect(
    groups("  devs: {}\n  ops: { members: [ada@contoso.com] }").resource("people", "azuread_group", "devs")["members"],
  ).toBe("${compact([for name in [] : local.people[name]])}");
});

test("an operator's ${ and %{ are text, not Terraform", () => {
  const program = groups('  devs: { displayName: "a${b}", description: "$${c} %{d}" }');
  expect(program.resource("people", "azuread_group", "devs")).toMatchObject({
    display_name: "a$${b}",
    description: "$$${c} %%{d}",
  });
});

test("a group in a group is a member by its object ID, whether it is made here or exists", () => {
  const nested = groups(
    "  devs: { members: [ada@contoso.com], groups: [seniors, ops, tests] }\n  tests: {}\n  seniors: {}\n  ops: { existing: true }",
  );
  expect(nested.resource("people", "azuread_group", "devs")["members"]).toBe(
    '${concat(compact([for name in ["ada@contoso.com"] : local.people[name]]), [data.msgraph_resource.ops.output.groups[0].object_id, azuread_group.seniors.object_id, azuread_group.tests.object_id])}',
  );
  expect(groups("  devs: { groups: [ops] }\n  ops: {}").resource("people", "azuread_group", "devs")["members"]).toBe(
    "${concat([], [azuread_group.ops.object_id])}",
  );
});

test("a rule takes the place of members, and is text", () => {
  const group = groups("  devs: { rule: 'user.department -eq \"${a}\"' }").resource("people", "azuread_group", "devs");
  expect(group).toMatchObject({
    types: ["DynamicMembership"],
    dynamic_membership: { enabled: true, rule: 'user.department -eq "$${a}"' },
  });
  expect(group).not.toHaveProperty("members");
});

test("a protected group is role-assignable, others say nothing of it", () => {
  const program = groups("  devs: { protected: true }\n  ops: {}");
  expect(program.resource("people", "azuread_group", "devs")["assignable_to_role"]).toBe(true);
  expect(program.resource("people", "azuread_group", "ops")).not.toHaveProperty("assignable_to_role");
});

test("owners are exactly the file's, people looked up and each of them known; without, nobody else's are touched", () => {
  const id = "8f3c0a5e-6d0b-4a41-9a43-0d6f4b9f2c99";
  const program = groups(`  devs: { owners: [Grace@contoso.com, ${id}] }\n  ids: { owners: [${id}] }\n  ops: {}`);
  expect(program.resource("people", "azuread_group", "devs")["owners"]).toBe(
    `\${concat(compact([for name in ["grace@contoso.com"] : local.people[name]]), ["${id}"])}`,
  );
  expect(program.resource("people", "azuread_group", "ids")["owners"]).toBe(`\${["${id}"]}`);
  const unknown = '[for name in ["grace@contoso.com"] : name if local.people[name] == null]';
  expect(program.resource("people", "azuread_group", "devs")["lifecycle"]).toMatchObject({
    precondition: [{ condition: `\${length(${unknown}) == 0}` }],
  });
  expect(program.resource("people", "azuread_group", "ops")).not.toHaveProperty("owners");
});
