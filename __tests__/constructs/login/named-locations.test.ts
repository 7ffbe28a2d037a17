import { tenant, withTenant } from "../../access-text";
import { synth } from "../../synth";

const allowed = (locations: string) =>
  synth(withTenant(`login: { conditionalAccess: { breakGlass: ${tenant}, allowedLocations: { ${locations} } } }`));

test("ranges and countries become one named location each, and existing ones are used as they are", () => {
  const program = allowed(`ranges: [203.0.113.0/24, 198.51.100.0/24], countries: [FR, DE], existing: [${tenant}]`);
  expect(program.resource("login", "azuread_named_location", "ranges")).toMatchObject({
    display_name: "eks: ranges",
    ip: { ip_ranges: ["198.51.100.0/24", "203.0.113.0/24"], trusted: false },
  });
  expect(program.resource("login", "azuread_named_location", "countries")).toMatchObject({
    country: { countries_and_regions: ["DE", "FR"] },
  });
  expect(program.resource("login", "azuread_conditional_access_policy", "allowed_locations")).toMatchObject({
    conditions: {
      locations: {
        excluded_locations: [
          "${azuread_named_location.ranges.object_id}",
          "${azuread_named_location.countries.object_id}",
          tenant,
        ],
      },
    },
  });
});

test("existing locations alone make none", () => {
  expect(allowed(`existing: [${tenant}]`).addresses("login", "azuread_named_location")).toEqual([]);
});
