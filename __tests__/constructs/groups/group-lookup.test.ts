import { withTenant } from "../../access-text";
import { synth } from "../../synth";

const id = "8F3C0A5E-6d0b-4a41-9a43-0d6f4b9f2c99";
const people = (group: string, lookup = "batch") =>
  synth(withTenant(`groups: { ops: ${group} }\ndirectory: { lookup: ${lookup} }`));
const filterOf = (group: string) =>
  people(group).find("people", "data", "msgraph_resource", "ops", "query_parameters")["$filter"];

test("a group is looked up by display name, the key without one, or by object ID, and never made", () => {
  expect(filterOf("{ existing: true }")).toEqual(["displayName eq 'ops'"]);
  expect(filterOf('{ existing: true, displayName: "Dev\'s ${x}" }')).toEqual(["displayName eq 'Dev''s $${x}'"]);
  expect(filterOf(`{ existing: ${id}, displayName: "Dev's" }`)).toEqual([`id eq '${id.toLowerCase()}'`]);
  expect(people("{ existing: true }").addresses("people", "azuread_group")).toEqual([]);
});

test("nothing is asked that Exchange keeps, which Microsoft Graph tells no application", () => {
  expect(
    people("{ existing: true }").find("people", "data", "msgraph_resource", "ops", "query_parameters"),
  ).toMatchObject({
    $select: ["id,displayName,securityEnabled,groupTypes,mailEnabled,onPremisesSyncEnabled,isAssignableToRole"],
  });
});

test("where msgraph is not allowed azuread looks it up", () => {
  const found = (group: string) => people(group, "each").find("people", "data", "azuread_group", "ops");
  expect(found("{ existing: true, displayName: O }")).toMatchObject({ display_name: "O" });
  expect(found(`{ existing: ${id} }`)).toMatchObject({ object_id: id.toLowerCase() });
  expect(people("{ existing: true }", "each").find("people", "provider")).not.toHaveProperty("msgraph");
});
