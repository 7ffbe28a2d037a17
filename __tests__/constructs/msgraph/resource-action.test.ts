import { withTenant } from "../../access-text";
import { synth, type Block } from "../../synth";

const program = synth(
  withTenant(
    "users: { ada@contoso.com: { left: true }, nora@contoso.com: { create: { displayName: N } } }\nguests: [gus@fabrikam.com]\nallow: [delete-users, take-over-users]\n",
  ),
);

test("an action is a request with a method, and nothing that the provider would refuse", () => {
  const action = program.resource("leavers", "msgraph_resource_action", "left");
  expect(Object.keys(action).sort()).toEqual(["//", "body", "for_each", "lifecycle", "method", "resource_url"]);
});

test("no change of any block sends a request again; only what it names does", () => {
  const actions = ["users", "leavers"].flatMap((stack) =>
    Object.values(program.find(stack, "resource", "msgraph_resource_action") as Record<string, Block>),
  );
  expect(actions).toHaveLength(7);
  for (const { lifecycle } of actions) expect(lifecycle).toMatchObject({ ignore_changes: "all" });
  const again = actions.flatMap(({ lifecycle }) => (lifecycle as Block)["replace_triggered_by"] ?? []);
  expect(again).toHaveLength(3);
});
