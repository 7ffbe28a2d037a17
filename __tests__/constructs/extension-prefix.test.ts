import { extensionPrefix } from "../../constructs/extension-prefix";

test("the prefix is made from the client ID, not read from a definition, which any change of that would make unknown", () => {
  expect(extensionPrefix("azuread_application.login.client_id")).toBe(
    'extension_${replace(azuread_application.login.client_id, "-", "")}_',
  );
});
