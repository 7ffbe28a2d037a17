import { withTenant } from "../../access-text";
import { synth } from "../../synth";

const program = (more = "") =>
  synth(
    withTenant(
      `users: { nora@contoso.com: { create: { displayName: N } }, otto@contoso.com: { left: true } }\n${more}`,
    ),
  );
const left = (name = "left", more = "") => program(more).resource("leavers", "msgraph_resource_action", name);
const removing = "allow: [delete-users]";

test("every account of this program that the file does not make any more is disabled, and says so in its mark", () => {
  expect(program().find("leavers", "locals")["leaving"]).toContain(
    'if !contains(["nora@contoso.com"], lower(account.name))}',
  );
  expect(left()).toMatchObject({
    for_each: "${{for key, account in local.leaving : key => account if !account.synced && true}}",
    resource_url: "users/${each.value.id}",
    body: '${each.value.left ? null : {accountEnabled = false, employeeType = "${each.value.mark} left"}}',
  });
});

test("who was disabled before is asked for only, whatever became of the account", () => {
  expect(left()["method"]).toBe('${each.value.left ? "GET" : "PATCH"}');
});

test("only allow: [delete-users] deletes, and only who leaves from then on", () => {
  expect(program().addresses("leavers", "msgraph_resource_action")).toEqual(["left"]);
  expect(left("deleted", removing)).toMatchObject({
    for_each: "${{for key, account in local.leaving : key => account if !account.synced && !account.left}}",
    method: "DELETE",
  });
  expect(left("left", removing)["for_each"]).toContain("!account.synced && account.left}}");
});

test.each([
  ["left", ""],
  ["deleted", removing],
])("who only has another name now, or is still made by users, is in no danger: %s", (name, more) => {
  const { made_ids, listed_ids } = program(more).find("leavers", "locals");
  const made = "data.terraform_remote_state.users.outputs.account_ids";
  expect(made_ids).toBe(`\${values(${made})}`);
  expect(listed_ids).toBe(`\${compact([for name in ["nora@contoso.com"] : try(${made}[name], "")])}`);
  expect(left(name, more)["lifecycle"]).toMatchObject({
    ignore_changes: "all",
    precondition: [
      { condition: "${!contains(local.listed_ids, each.value.id)}" },
      { condition: "${!contains(local.made_ids, each.value.id)}" },
    ],
  });
});
