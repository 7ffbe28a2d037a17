import { listedOwners, ownersAreFound } from "../../../constructs/groups/listed-owners";
import { expression } from "../../../constructs/terraform/expression";
import { tenant } from "../../access-text";

test("object IDs alone are listed as they are", () => {
  expect(listedOwners([tenant], undefined).code).toBe(`["${tenant}"]`);
});

test("unknown owners stop the plan with what they own and where they stand", () => {
  expect(ownersAreFound(expression`local.x`, "the group devs", "groups.devs.owners")).toEqual({
    condition: "${length(local.x) == 0}",
    error_message:
      'The directory does not know these owners of the group devs: ${join(", ", local.x)}. Correct groups.devs.owners in the access file.',
  });
});
