import { App } from "cdktf";
import { inventory } from "../../../constructs/terraform/inventory";
import { defineSignIn } from "../../../main";
import { accessOf, withGrants } from "../../access-text";

test("the inventory says what each stack holds", () => {
  const app = new App();
  const text = withGrants("[{ group: devs, clusterRole: view, namespaces: [a, b] }]").replace(
    "eks: {",
    "associate: false\n    eks: {",
  );
  defineSignIn(app, { access: accessOf(text), directory: "/srv" });
  expect(inventory(app)).toEqual([
    "people     1 azuread_group",
    "login      1 azuread_application, 1 azuread_service_principal, 1 azuread_service_principal_delegated_permission_grant",
    "eks-prod   outputs only",
    "rbac-prod  2 kubernetes_role_binding_v1",
  ]);
});
