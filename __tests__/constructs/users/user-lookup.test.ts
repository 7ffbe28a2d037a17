import { withTenant } from "../../access-text";
import { synth } from "../../synth";

const members = Array.from({ length: 31 }, (_, index) => `p${String(index).padStart(2, "0")}@contoso.com`);
const lookups = Object.values(
  synth(withTenant(`groups: { devs: { members: ${JSON.stringify(members)} } }`)).find(
    "people",
    "data",
    "msgraph_resource",
  ),
) as { query_parameters: { $filter: [string]; $select: [string] }; response_export_values: unknown }[];

test("no more than fifteen users go into one request, and none is lost", () => {
  const asked = lookups.map(({ query_parameters: { $filter } }) => $filter[0].match(/p\d\d@contoso\.com/g) ?? []);
  expect(asked.map(({ length }) => length)).toEqual([15, 15, 1]);
  expect(asked.flat()).toEqual(members);
});

test("only what is told is asked for", () => {
  expect(lookups[0]).toMatchObject({
    query_parameters: { $select: ["id,userPrincipalName"] },
    response_export_values: { people: "value[].{id: id, name: userPrincipalName}" },
  });
});
