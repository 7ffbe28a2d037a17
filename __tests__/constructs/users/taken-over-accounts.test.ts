import { withTenant } from "../../access-text";
import { synth } from "../../synth";

const program = (allow: string) =>
  synth(withTenant(`users: { nora@contoso.com: { create: { displayName: N } } }\nallow: [${allow}]\n`));

test("accounts of another state get this one's mark, and nothing else of them changes", () => {
  expect(program("take-over-users").resource("users", "msgraph_resource_action", "taken_over")).toMatchObject({
    for_each: "${{for name in local.foreign : name => local.there[name].id}}",
    method: "PATCH",
    body: { employeeType: "${local.mark_of_who_comes}" },
  });
});

test("without the word they are refused in the plan", () => {
  expect(program("delete-users").addresses("users", "msgraph_resource_action")).not.toContain("taken_over");
  expect(program("delete-users").find("users", "output", "account_mark")["precondition"]).toMatchObject([
    { condition: "${length(local.foreign) == 0}" },
  ]);
  expect(program("take-over-users").find("users", "output", "account_mark")).not.toHaveProperty("precondition");
});
