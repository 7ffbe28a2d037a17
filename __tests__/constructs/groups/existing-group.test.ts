import { withTenant } from "../../access-text";
import { synth } from "../../synth";

const people = (groups: string, more = "") => synth(withTenant(`groups: ${groups}\n${more}`));
const conditions = (groups: string, lookup: "batch" | "each") => {
  const type = lookup === "batch" ? "msgraph_resource" : "azuread_group";
  const { lifecycle } = people(groups, `directory: { lookup: ${lookup} }`).find("people", "data", type, "ops") as {
    lifecycle: { postcondition: { condition: string; error_message: string }[] };
  };
  return lifecycle.postcondition.map(({ condition }) => condition);
};

test("it has to be a security group; only where members are added it also has to take them, and groups only where there are any", () => {
  const takes = [
    '${!contains(self.types, "DynamicMembership")}',
    '${self.mail_enabled != true || contains(self.types, "Unified")}',
    "${self.onpremises_sync_enabled != true}",
  ];
  expect(conditions("{ ops: { existing: true } }", "each")).toEqual(["${self.security_enabled != false}"]);
  expect(conditions("{ ops: { existing: true, members: [ada@contoso.com] } }", "each")).toEqual([
    "${self.security_enabled != false}",
    ...takes,
  ]);
  expect(conditions("{ ops: { existing: true, groups: [devs] }, devs: {} }", "each")).toEqual([
    "${self.security_enabled != false}",
    ...takes,
    "${self.assignable_to_role != true}",
  ]);
});

test("through msgraph it has to be one, and nothing else is said of none", () => {
  expect(conditions("{ ops: { existing: true } }", "batch")).toEqual([
    "${length(self.output.groups) > 0}",
    "${length(self.output.groups) < 2}",
    "${try(self.output.groups[0].security_enabled, null) != false}",
  ]);
});

test("a group that was made here before is let go, not deleted", () => {
  expect(people("{ ops: { existing: true }, devs: {} }").find("people", "removed")).toEqual([
    { from: "azuread_group.ops", lifecycle: { destroy: false } },
  ]);
});
