import { withGrants } from "../../access-text";
import { synth } from "../../synth";

const file = withGrants("[{ group: devs, clusterRole: view }]", "{ devs: {}, others: {} }");

test("emit: assigned demands assignment and assigns exactly the granted groups", () => {
  const program = synth(`${file}login: { groups: { emit: assigned } }\n`);
  expect(program.resource("login", "azuread_service_principal", "login")["app_role_assignment_required"]).toBe(true);
  expect(program.addresses("login", "azuread_app_role_assignment")).toEqual(["devs"]);
  expect(program.resource("login", "azuread_app_role_assignment", "devs")).toMatchObject({
    app_role_id: "00000000-0000-0000-0000-000000000000",
    principal_object_id: '${data.terraform_remote_state.people.outputs.group_object_ids["devs"]}',
    resource_object_id: "${azuread_service_principal.login.object_id}",
  });
});

test.each([
  ["assignment: required", true, "SecurityGroup"],
  ["assignment: optional, groups: { emit: assigned }", false, "ApplicationGroup"],
])("%s assigns the granted groups, and demands assignment: %s", (login, required, claims) => {
  const program = synth(`${file}login: { ${login} }\n`);
  expect(program.resource("login", "azuread_service_principal", "login")["app_role_assignment_required"]).toBe(
    required,
  );
  expect(program.addresses("login", "azuread_app_role_assignment")).toEqual(["devs"]);
  expect(program.resource("login", "azuread_application", "login")["group_membership_claims"]).toEqual([claims]);
});

test("otherwise login does not depend on people", () => {
  const program = synth(file);
  expect(program.resource("login", "azuread_service_principal", "login")["app_role_assignment_required"]).toBe(false);
  expect(program.addresses("login", "azuread_app_role_assignment")).toEqual([]);
  expect(program.find("login", "data")).not.toHaveProperty("terraform_remote_state");
});
