import { withTenant } from "../access-text";
import { synth } from "../synth";

const people = (groups: string) => synth(withTenant(`groups: ${groups}`));
const postconditions = (groups: string) => {
  const { lifecycle } = people(groups).find("people", "data", "azuread_group", "ops") as {
    lifecycle: { postcondition: { condition: string; error_message: string }[] };
  };
  return lifecycle.postcondition.map(({ condition }) => condition);
};

test("an existing group is looked up by display name, the key without one, or by object ID, and never made", () => {
  expect(people("{ ops: { existing: true } }").find("people", "data", "azuread_group", "ops")["display_name"]).toBe(
    "ops",
  );
  expect(
    people("{ ops: { existing: true, displayName: 'O${x}' } }").find("people", "data", "azuread_group", "ops"),
  ).toMatchObject({ display_name: "O$${x}" });
  const id = "8F3C0A5E-6d0b-4a41-9a43-0d6f4b9f2c99";
  const program = people(`{ ops: { existing: ${id}, displayName: Operators } }`);
  const found = program.find("people", "data", "azuread_group", "ops");
  expect(found["object_id"]).toBe(id.toLowerCase());
  expect(found).not.toHaveProperty("display_name");
  expect(program.addresses("people", "azuread_group")).toEqual([]);
});

test("it has to be a security group; only where members are added it also has to take them", () => {
  expect(postconditions("{ ops: { existing: true } }")).toEqual(["${self.security_enabled}"]);
  expect(postconditions("{ ops: { existing: true, members: [ada@contoso.com] } }")).toEqual([
    "${self.security_enabled}",
    '${!contains(self.types, "DynamicMembership")}',
    '${!self.mail_enabled || contains(self.types, "Unified")}',
    "${self.onpremises_sync_enabled != true}",
  ]);
});

test("a group that was made here before is let go, not deleted", () => {
  expect(people("{ ops: { existing: true }, devs: {} }").find("people", "removed")).toEqual([
    { from: "azuread_group.ops", lifecycle: { destroy: false } },
  ]);
});
