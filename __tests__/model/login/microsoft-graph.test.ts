import { delegatedScopes } from "../../../model/login/microsoft-graph";
import { withTenant } from "../../access-text";
import { synth } from "../../synth";

test("the application asks for exactly the delegated scopes of a sign-in", () => {
  expect(Object.keys(delegatedScopes)).toEqual(["openid", "profile", "email", "offline_access", "User.Read"]);
  expect(synth(withTenant("")).resource("login", "azuread_application", "login")["required_resource_access"]).toEqual([
    {
      resource_app_id: "00000003-0000-0000-c000-000000000000",
      resource_access: Object.values(delegatedScopes).map((id) => ({ id, type: "Scope" })),
    },
  ]);
});
