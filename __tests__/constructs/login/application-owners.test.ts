import { tenant, withTenant } from "../../access-text";
import { synth } from "../../synth";

const owned = (owners: string) => {
  const program = synth(withTenant(`login: { ${owners} }`));
  return (["azuread_application", "azuread_service_principal"] as const).map((type) =>
    program.resource("login", type, "login"),
  );
};

test("without owners whoever deploys first owns application and service principal, and later deployers change nothing", () => {
  for (const resource of owned("")) {
    expect(resource["owners"]).toMatch(/^\$\{\[data\.azuread_client_config\.\w+\.object_id\]\}$/);
    expect(resource["lifecycle"]).toMatchObject({ ignore_changes: ["owners"] });
  }
});

test("listed owners are exactly the owners, people by name and others by object ID", () => {
  for (const resource of owned(`owners: [Grace@contoso.com, ${tenant}]`)) {
    expect(resource["owners"]).toBe(
      `\${concat(compact([for name in ["grace@contoso.com"] : local.people[name]]), ["${tenant}"])}`,
    );
    expect(resource["lifecycle"]).not.toHaveProperty("ignore_changes");
  }
});

test("an owner whom the directory does not know stops the plan", () => {
  for (const resource of owned("owners: [grace@contoso.com]")) {
    expect(resource["lifecycle"]).toMatchObject({
      precondition: [
        {
          condition: "${length([for name, id in local.people : name if id == null]) == 0}",
          error_message: expect.stringContaining("Correct login.owners in the access file.") as string,
        },
      ],
    });
  }
});

test("object IDs alone need no look-up", () => {
  const program = synth(withTenant(`login: { owners: [${tenant}], consent: manual }`));
  expect(program.resource("login", "azuread_application", "login")["owners"]).toBe(`\${["${tenant}"]}`);
  expect(program.find("login", "provider")).not.toHaveProperty("msgraph");
});
