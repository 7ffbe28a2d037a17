import { withGrants } from "../../access-text";
import { synth } from "../../synth";

const program = (login: string, lookup = "batch") =>
  synth(`${withGrants("[{ group: devs, clusterRole: view }]")}login: { ${login} }\ndirectory: { lookup: ${lookup} }\n`);

test("what is there already is imported: the consent, and the assignment of each granted group", () => {
  expect(program("assignment: required").find("login", "import")).toMatchObject([
    { to: "azuread_service_principal_delegated_permission_grant.consent" },
    { to: "azuread_app_role_assignment.devs" },
  ]);
  expect(program("consent: manual, assignment: required").find("login", "import")).toHaveLength(1);
});

test("without consent and assignments, and where msgraph is not allowed, nothing is looked for", () => {
  for (const one of [program("consent: manual"), program("assignment: required", "each")]) {
    expect(one.stack("login")).not.toHaveProperty("import");
    expect(one.find("login", "provider")).not.toHaveProperty("msgraph");
  }
});
