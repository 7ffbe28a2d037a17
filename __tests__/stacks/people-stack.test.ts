import { withGrants, withTenant } from "../access-text";
import { headlamp, krciPortal, withClients } from "../clients-text";
import { withPortal } from "../portal-text";
import { synth } from "../synth";

const program = synth(withTenant("groups: { devs: { members: [ada@contoso.com] }, ops: {} }"));

test("group_object_ids maps the key of each group to its object ID", () => {
  expect(program.find("people", "output", "group_object_ids")["value"]).toEqual({
    devs: "${azuread_group.devs.object_id}",
    ops: "${azuread_group.ops.object_id}",
  });
});

test("whoever is not found is in unknown_members and in a check, which only warns", () => {
  const unknown = "[for name, id in local.people : name if id == null]";
  expect(program.find("people", "output", "unknown_members")["value"]).toBe(`\${${unknown}}`);
  expect(program.find("people", "check", "unknown_members")).toMatchObject({
    assert: [{ condition: `\${length(${unknown}) == 0}` }],
  });
});

test("if nobody at all is found the plan stops, before every group is emptied", () => {
  expect(program.find("people", "output", "group_object_ids")["precondition"]).toEqual([
    {
      condition: "${length(local.found_people) > 0}",
      error_message:
        "The directory knows nobody of the access file, so every group would be emptied. Is this the right tenant, and may the deploying identity read users?",
    },
  ]);
});

test("a file without people looks nobody up, and nothing is missing", () => {
  const empty = synth(withTenant("groups: { devs: {} }"));
  expect(empty.stack("people")).not.toHaveProperty("data");
  expect(empty.stack("people")).not.toHaveProperty("check");
  expect(empty.find("people", "output", "group_object_ids")).not.toHaveProperty("precondition");
  expect(empty.find("people", "output", "unknown_members")["value"]).toEqual([]);
});

test("a group that people has not made yet is named in a sentence, once", () => {
  const grants = withGrants("[{ group: devs, clusterRole: view }, { group: devs, clusterRole: edit }]");
  const [postcondition] = synth(grants).find(
    "rbac-prod",
    "data",
    "terraform_remote_state",
    "people",
    "lifecycle",
    "postcondition",
  ) as unknown as [{ condition: string; error_message: string }];
  expect(postcondition.condition).toBe(
    '${length([for key in ["devs"] : key if !can(self.outputs.group_object_ids[key])]) == 0}',
  );
  expect(postcondition.error_message).toMatch(
    /^The stack "people" has not made these groups yet: .*Deploy people first: npx cdktf deploy '\{users,people\}'$/,
  );
});

test("who has no mail address is told where krci-portal would refuse them, and nowhere else", () => {
  const members = (text: string) => text.replace("{ devs: {} }", "{ devs: { members: [ada@contoso.com] } }");
  for (const text of [withPortal(), withClients({ krci: krciPortal })]) {
    const people = synth(members(text));
    const { assert } = people.find("people", "check", "portal_mail") as { assert: unknown };
    expect(assert).toMatchObject([
      { condition: expect.stringContaining("if try(length(person.mail), 0) == 0") as string },
    ]);
    expect(JSON.stringify(people.find("people", "data"))).toContain("id,userPrincipalName,mail");
  }
  const without = withPortal().slice(0, withPortal().indexOf("portal:"));
  for (const text of [withPortal("", "3.12"), without, withClients({ headlamp })]) {
    expect(synth(members(text)).find("people", "check")).not.toHaveProperty("portal_mail");
  }
});

test("group_object_ids has groups that exist too", () => {
  const existing = synth(withTenant("groups: { devs: {}, ops: { existing: true } }"));
  expect(existing.find("people", "output", "group_object_ids")["value"]).toEqual({
    devs: "${azuread_group.devs.object_id}",
    ops: "${data.msgraph_resource.ops.output.groups[0].object_id}",
  });
});

test("who is invited or made comes with another stack, and the warning says so; nowhere else", () => {
  const warning = (more: string) =>
    JSON.stringify(
      synth(withTenant(`groups: { devs: { members: [ada@contoso.com] } }\n${more}`)).find(
        "people",
        "check",
        "unknown_members",
      ),
    );
  expect(warning("guests: [gus@fabrikam.com]")).toContain("npx cdktf deploy users: then deploy people again");
  expect(warning("")).not.toContain("deploy users");
  expect(warning("")).toContain("a guest whom others invited is put under guests, or named as in Entra, with #EXT#");
});
