import { withTenant } from "../../access-text";
import { synth } from "../../synth";

const program = synth(
  withTenant(
    "groups: { ops: { existing: true, members: [bob@contoso.com, ada@contoso.com], groups: [devs] }, devs: {}, others: { existing: true } }",
  ),
);
const found =
  '{for name in ["ada@contoso.com","bob@contoso.com"] : name => local.people[name] if local.people[name] != null}';

const [members] = Object.keys(program.find("people", "data", "msgraph_resource")).filter((id) =>
  id.includes("ops_members"),
);
const present = `data.msgraph_resource.${members}.output.members`;

test("members are one resource each by name, found ones only, beside the groups in the group", () => {
  expect(program.resource("people", "azuread_group_member", "ops")).toMatchObject({
    for_each: `\${merge(${found}, {"devs" = azuread_group.devs.object_id})}`,
    group_object_id: "${data.msgraph_resource.ops.output.groups[0].object_id}",
    member_object_id: "${each.value}",
  });
});

test("whoever is in the group already is imported", () => {
  expect(program.find("people", "import")).toEqual([
    {
      for_each: `\${{for name, id in ${found} : name => id if contains(${present}, id)}}`,
      to: "azuread_group_member.ops[each.key]",
      id: "${data.msgraph_resource.ops.output.groups[0].object_id}/member/${each.value}",
    },
  ]);
});

test("removals may wait for each other: twenty seconds each", () => {
  const { timeouts } = program.resource("people", "azuread_group_member", "ops");
  expect(timeouts).toEqual({ create: "30m", delete: "60m" });
});

test("a group that is only granted something gets no member resource", () => {
  expect(program.addresses("people", "azuread_group_member")).toEqual(["ops"]);
  expect(synth(withTenant("groups: { others: { existing: true } }")).stack("people")).not.toHaveProperty("import");
});

test("that a role-assignable group needs another right is told only where somebody is to be added", () => {
  expect(program.find("people", "check", "role_assignable_ops")["assert"]).toEqual([
    {
      condition: `\${data.msgraph_resource.ops.output.groups[0].assignable_to_role != true || length(setsubtract(values(${found}), ${present})) == 0}`,
      error_message: expect.stringContaining("needs RoleManagement.ReadWrite.Directory") as string,
    },
  ]);
});
