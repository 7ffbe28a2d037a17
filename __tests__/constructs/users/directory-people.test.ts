import { withTenant } from "../../access-text";
import { synth, type Block } from "../../synth";

const people = (count: number) => Array.from({ length: count }, (_, index) => `p${String(index + 10)}@contoso.com`);
const program = (names: readonly string[], lookup = "batch") =>
  synth(
    withTenant(
      `groups: { devs: { members: [${names.map((name) => `"${name}"`).join(", ")}] } }\ndirectory: { lookup: ${lookup} }`,
    ),
  );

const filters = (names: readonly string[]) =>
  Object.values(program(names).find("people", "data", "msgraph_resource")).map(
    (batch) => ((batch as Block)["query_parameters"] as Record<string, string[]>)["$filter"]?.[0],
  );

test("people are looked up once, fifteen in a request", () => {
  expect(filters(people(15))).toHaveLength(1);
  const found = filters(people(31));
  expect(found.map((filter) => filter?.split(",").length)).toEqual([15, 15, 1]);
  expect(found[2]).toBe("userPrincipalName in ('p40@contoso.com')");
});

test("somebody in two groups is asked for once", () => {
  const twice = synth(
    withTenant("groups: { devs: { members: [ada@contoso.com] }, ops: { members: [Ada@contoso.com] } }"),
  );
  expect(Object.keys(twice.find("people", "data", "msgraph_resource"))).toHaveLength(1);
  expect(twice.json.match(/userPrincipalName in \('ada@contoso.com'\)/g)).toHaveLength(1);
});

test("a quote in a name is doubled, as OData wants it", () => {
  expect(filters(["o'hara@contoso.com"])).toEqual(["userPrincipalName in ('o''hara@contoso.com')"]);
});

test("names are compared without case, and whoever is not found is null", () => {
  const { found_people, people: all } = program(["ada@contoso.com"]).find("people", "locals");
  expect(found_people).toMatch(/: lower\(person\.name\) => person\.id\}\}$/);
  expect(all).toBe('${merge({for name in ["ada@contoso.com"] : name => null}, local.found_people)}');
});

test("however many members a group has, Terraform finds one reference to everybody in it, not one for each", () => {
  const { members } = program(people(40)).resource("people", "azuread_group", "devs");
  expect(String(members).match(/local\.people/g)).toHaveLength(1);
});

test("lookup: each asks azuread, which may miss people, and needs no msgraph", () => {
  const each = program(people(2), "each");
  const [users] = Object.values(each.find("people", "data", "azuread_users"));
  expect(users).toMatchObject({ user_principal_names: people(2), ignore_missing: true });
  expect(each.find("people", "provider")).not.toHaveProperty("msgraph");
  expect(each.find("people", "locals")["found_people"]).toMatch(
    /: lower\(person\.user_principal_name\) => person\.object_id\}\}$/,
  );
});

test("guests are looked up by mail address beside the others, and only those who are in a group", () => {
  const program = synth(
    withTenant(
      "guests: [gus@fabrikam.com, pia@fabrikam.com]\ngroups: { devs: { members: [ada@contoso.com, Gus@fabrikam.com] } }",
    ),
  );
  const filters = Object.values(program.find("people", "data", "msgraph_resource")).map(
    (lookup) => (lookup as { query_parameters: { $filter: string[] } }).query_parameters.$filter[0],
  );
  expect(filters.sort()).toEqual(["mail in ('gus@fabrikam.com')", "userPrincipalName in ('ada@contoso.com')"]);
  expect(program.find("people", "locals")["people"]).toBe(
    '${merge({for name in ["ada@contoso.com"] : name => null}, local.found_people, {for mail in ["gus@fabrikam.com"] : mail => null}, local.found_guests)}',
  );
});

test("guests alone may all be new: no plan stops because nobody is found", () => {
  const program = synth(withTenant("guests: [gus@fabrikam.com]\ngroups: { devs: { members: [gus@fabrikam.com] } }"));
  expect(program.find("people", "output", "group_object_ids")).not.toHaveProperty("precondition");
  expect(program.find("people", "locals")["found_people"]).toBe("${{}}");
});
