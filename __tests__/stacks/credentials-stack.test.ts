import { withGrants } from "../access-text";
import { synth } from "../synth";

const program = synth(`${withGrants("[]")}login: { kubectl: confidential }\n`);

test("kubectl has a secret only where the file says so", () => {
  expect(program.addresses("credentials", "azuread_application_password").sort()).toEqual([
    "first",
    "forced",
    "second",
  ]);
  expect(Object.keys(synth(withGrants("[]")).stacks)).not.toContain("credentials");
});

test("its redirect is a confidential one then, with the slash that Entra wants, and none is public", () => {
  const application = program.resource("login", "azuread_application", "login");
  expect(application["web"]).toMatchObject({ redirect_uris: ["http://localhost/"] });
  expect(application).not.toHaveProperty("public_client");
});

test("what it puts out names the secret in use, and no other stack reads it", () => {
  expect(Object.keys(program.find("credentials", "output"))).toEqual(["key_id"]);
  expect(program.json).not.toContain("terraform_remote_state.credentials");
  expect(program.dependencies["credentials"]).toEqual(["login"]);
});

test("it warns while kubeconfigs with the secret before still work", () => {
  expect(JSON.stringify(program.find("credentials", "check", "secret_before"))).toContain(
    "give everybody a new one by then, npx entra-eks kubeconfig",
  );
});
