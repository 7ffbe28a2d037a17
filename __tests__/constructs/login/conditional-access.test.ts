import { tenant, withTenant } from "../../access-text";
import { synth, type Synthesized } from "../../synth";

const type = "azuread_conditional_access_policy";
const restricted = (entries: string, login = "") =>
  synth(withTenant(`groups: { rescue: {} }\nlogin: { conditionalAccess: { breakGlass: rescue, ${entries} }${login} }`));
const policy = (program: Synthesized, address: string) => program.resource("login", type, address);

// Aimed by the application's own attribute, a policy could be made before its target is there, and be refused.
test("a policy aims at everybody who asks for the application, never at the break-glass group, and only reports", () => {
  const program = restricted("mfa: true, allowedLocations: { countries: [DE] }");
  for (const address of ["sign_in", "allowed_locations"]) {
    expect(policy(program, address)).toMatchObject({
      state: "enabledForReportingButNotEnforced",
      conditions: {
        client_app_types: ["all"],
        applications: { included_applications: ["${azuread_service_principal.login.client_id}"] },
        users: {
          included_users: ["All"],
          excluded_groups: ['${data.terraform_remote_state.people.outputs.group_object_ids["rescue"]}'],
        },
      },
    });
  }
});

test("a break-glass group by object ID needs nothing of the stack people", () => {
  const program = synth(withTenant(`login: { conditionalAccess: { breakGlass: ${tenant}, mfa: true } }`));
  expect(policy(program, "sign_in")).toMatchObject({ conditions: { users: { excluded_groups: [tenant] } } });
  expect(program.dependencies["login"]).toEqual([]);
});

test("of several controls all are demanded", () => {
  expect(policy(restricted("mfa: true, compliantDevice: true"), "sign_in")["grant_controls"]).toEqual({
    operator: "AND",
    built_in_controls: ["mfa", "compliantDevice"],
  });
});

test.each([
  ["12h", 12, "hours"],
  ["7d", 7, "days"],
])("a sign-in frequency of %s alone is a session control, and nothing is demanded", (text, value, period) => {
  const signIn = policy(restricted(`signInFrequency: ${text}`), "sign_in");
  expect(signIn["session_controls"]).toEqual({ sign_in_frequency: value, sign_in_frequency_period: period });
  expect(signIn).not.toHaveProperty("grant_controls");
});

test("allowed locations alone are one policy, which blocks everywhere else", () => {
  const program = restricted("allowedLocations: { countries: [DE] }");
  expect(program.addresses("login", type)).toEqual(["allowed_locations"]);
  expect(policy(program, "allowed_locations")).toMatchObject({
    grant_controls: { built_in_controls: ["block"] },
    conditions: { locations: { included_locations: ["All"] } },
  });
});

test("enabled and disabled are Entra's words too", () => {
  for (const state of ["enabled", "disabled"]) {
    expect(policy(restricted(`mfa: true, state: ${state}`), "sign_in")["state"]).toBe(state);
  }
});

test("names begin with the application's, as far as Entra takes them, and ${ in it is text", () => {
  expect(policy(restricted("mfa: true", ', name: "a${b}"'), "sign_in")["display_name"]).toBe("a$${b}: sign-in");
  const long = policy(restricted("mfa: true", `, name: ${"a".repeat(256)}`), "sign_in")["display_name"];
  expect(String(long)).toHaveLength(230 + ": sign-in".length);
});

test("without the entry there is no policy", () => {
  expect(synth(withTenant("")).addresses("login", type)).toEqual([]);
});
