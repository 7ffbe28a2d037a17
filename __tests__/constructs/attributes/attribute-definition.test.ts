import { withTenant } from "../../access-text";
import { synth } from "../../synth";

const definition = (attribute: string, login = "") =>
  synth(withTenant(`attributes: { team: { ${attribute} } }\nlogin: { ${login} }`));
const lifecycle = (attribute: string, login = "") =>
  definition(attribute, login).resource("login", "msgraph_resource", "team")["lifecycle"];

test("an attribute is a directory extension for users, registered on the login application under its own name", () => {
  expect(definition("type: Integer").resource("login", "msgraph_resource", "team")).toMatchObject({
    url: "applications/${azuread_application.login.object_id}/extensionProperties",
    body: { name: "team", dataType: "Integer", targetObjects: ["User"] },
  });
});

test("the full name that Graph answers with is no change of it", () => {
  expect(lifecycle("")).toMatchObject({ ignore_changes: ["body"] });
});

test("another type replaces it, since Graph has no PATCH for it", () => {
  expect(lifecycle("")).toMatchObject({
    replace_triggered_by: expect.arrayContaining(["terraform_data.team"]) as string[],
  });
  expect(definition("type: Integer").resource("login", "terraform_data", "team")["triggers_replace"]).toEqual({
    name: "team",
    dataType: "Integer",
  });
});

test("another application replaces it, and a new name of the application does not", () => {
  const { replace_triggered_by } = lifecycle("") as { replace_triggered_by: string[] };
  expect(replace_triggered_by).toContain("azuread_application.login.object_id");
  expect(replace_triggered_by).not.toContain("azuread_application.login");
});

test("it waits for a new application to be replicated, and for a vanished one no longer than five minutes", () => {
  expect(definition("").resource("login", "msgraph_resource", "team")).toMatchObject({
    retry: { error_message_regex: ["ResourceNotFound"] },
    timeouts: { create: "5m", delete: "5m" },
  });
});

test("it refuses to be destroyed unless it is retired or protect is false", () => {
  expect(lifecycle("")).toMatchObject({ prevent_destroy: true });
  expect(lifecycle("retired: true")).not.toHaveProperty("prevent_destroy");
  expect(lifecycle("", "protect: false")).not.toHaveProperty("prevent_destroy");
});
