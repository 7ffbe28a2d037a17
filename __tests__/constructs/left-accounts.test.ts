import { withTenant } from "../access-text";
import { synth } from "../synth";

const left = (more = "") =>
  synth(
    withTenant(
      `users: { nora@contoso.com: { create: { displayName: N } }, otto@contoso.com: { left: true } }\n${more}`,
    ),
  ).resource("users", "msgraph_resource_action", "left");

test("every account of this program that the file does not make any more is disabled", () => {
  expect(left()).toMatchObject({
    for_each: '${toset([for name, id in local.accounts : id if !contains(["nora@contoso.com"], name)])}',
    resource_url: "users/${each.key}",
    method: "PATCH",
    body: { accountEnabled: false },
  });
});

test("only allow: [delete-users] deletes it", () => {
  expect(left("allow: [delete-users]")["method"]).toBe("DELETE");
  expect(left("allow: [delete-users]")).not.toHaveProperty("body");
});

test("an account that only has another name now is not taken for one that left", () => {
  const made = "msgraph_resource_action.nora_40_contoso_2e_com";
  expect(left()["lifecycle"]).toMatchObject({
    precondition: [
      {
        condition: `\${!contains([coalesce(try(${made}.output.id, null), trimprefix(${made}.resource_url, "users/"))], each.key)}`,
      },
    ],
  });
});
