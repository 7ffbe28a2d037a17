import { withTenant } from "../access-text";
import { synth } from "../synth";

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
