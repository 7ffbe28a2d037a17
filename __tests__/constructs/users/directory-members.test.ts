import { withTenant } from "../../access-text";
import { synth } from "../../synth";

const addresses = Array.from({ length: 16 }, (_, index) => `g${String(index).padStart(2, "0")}@fabrikam.com`);

test("members with a guest's address are looked up by it, fifteen in a request", () => {
  const lookups = synth(withTenant(`guests: ${JSON.stringify(addresses)}`)).find("users", "data", "msgraph_resource");
  const filters = Object.values(lookups).map(
    (lookup) => (lookup as { query_parameters: { $filter: string[] } }).query_parameters.$filter[0],
  );
  expect(filters).toEqual([
    `mail in (${addresses
      .slice(0, 15)
      .map((address) => `'${address}'`)
      .join(",")})`,
    "mail in ('g15@fabrikam.com')",
  ]);
});

test("a guest is no member", () => {
  const { members_by_mail: members } = synth(withTenant("guests: [pia@fabrikam.com]")).find("users", "locals");
  expect(members).toContain('if person.type != "Guest"');
});
