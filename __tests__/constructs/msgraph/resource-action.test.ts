import { withTenant } from "../../access-text";
import { synth } from "../../synth";

test("an action is a request with a method, and nothing that the provider would refuse", () => {
  const action = synth(withTenant("users: { ada@contoso.com: { left: true } }")).resource(
    "users",
    "msgraph_resource_action",
    "left",
  );
  expect(Object.keys(action).sort()).toEqual(["//", "body", "for_each", "lifecycle", "method", "resource_url"]);
});
