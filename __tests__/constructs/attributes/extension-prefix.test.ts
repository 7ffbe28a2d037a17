import { extensionPrefix } from "../../../constructs/attributes/extension-prefix";
import { expression } from "../../../constructs/terraform/expression";
import { template } from "../../../constructs/terraform/template";

test("the prefix is made from the client ID, not read from a definition, which any change of that would make unknown", () => {
  expect(template`${extensionPrefix(expression`azuread_application.login.client_id`)}`).toBe(
    'extension_${replace(azuread_application.login.client_id, "-", "")}_',
  );
});
