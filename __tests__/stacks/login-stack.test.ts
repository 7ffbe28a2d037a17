import { tenant, withGrants, withTenant } from "../access-text";
import { withPortal } from "../portal-text";
import { synth } from "../synth";

test("login puts out tenant, client ID and issuer under plain names", () => {
  expect(synth(withTenant("login: { issuer: v1 }")).find("login", "output")).toMatchObject({
    tenant_id: { value: tenant },
    client_id: { value: "${azuread_application.login.client_id}" },
    issuer_url: { value: `https://sts.windows.net/${tenant}/` },
  });
});

test("only with consent: manual login puts out where an administrator consents, with tenant and client ID", () => {
  expect(synth(withTenant("login: { consent: manual }")).find("login", "output", "admin_consent_url")).toMatchObject({
    value: `https://login.microsoftonline.com/${tenant}/adminconsent?client_id=\${azuread_application.login.client_id}&redirect_uri=http%3A%2F%2Flocalhost`,
  });
  expect(synth(withTenant("")).find("login", "output")).not.toHaveProperty("admin_consent_url");
});

test.each(["public", "confidential"])(
  "where the browser goes after consent is registered, as %s kubectl has it",
  (kubectl) => {
    const program = synth(`${withPortal()}login: { consent: manual, kubectl: ${kubectl} }\n`);
    const { value } = program.find("login", "output", "admin_consent_url") as { value: string };
    const redirect = decodeURIComponent(value.replace(/.*redirect_uri=/, ""));
    const application = program.resource("login", "azuread_application", "login");
    const { redirect_uris } = application[kubectl === "public" ? "public_client" : "web"] as {
      redirect_uris: string[];
    };
    expect(redirect_uris).toContain(redirect);
  },
);

test("of people login reads the groups that it needs, once", () => {
  const lines =
    "groups: { devs: {}, rescue: {} }\nlogin: { assignment: required, conditionalAccess: { mfa: true, breakGlass: rescue } }\n";
  const cluster =
    "clusters: { prod: { eks: { name: e, region: eu-central-1 }, grants: [{ group: devs, clusterRole: view }] } }";
  const program = synth(withTenant(lines + cluster));
  expect(program.find("login", "data", "terraform_remote_state", "people", "lifecycle")).toMatchObject({
    postcondition: [{ condition: expect.stringContaining('["devs","rescue"]') as string }],
  });
  expect(program.addresses("login", "azuread_app_role_assignment")).toEqual(["devs"]);
});

test("a cluster that is deployed before login is told so", () => {
  expect(
    synth(withGrants("[]")).find("eks-prod", "data", "terraform_remote_state", "login", "lifecycle"),
  ).toMatchObject({
    postcondition: [
      {
        condition: "${can(self.outputs.client_id) && can(self.outputs.issuer_url)}",
        error_message:
          "The stack \"login\" has no application yet. Deploy login first: npx cdktf deploy '{users,people,login}'",
      },
    ],
  });
});

test("owners by name and a consent that may be there bring the msgraph provider, and only they do", () => {
  const providers = (login: string) => Object.keys(synth(withTenant(`login: { ${login} }`)).find("login", "provider"));
  expect(providers("owners: [grace@contoso.com], consent: manual")).toEqual(["azuread", "msgraph"]);
  expect(providers("")).toEqual(["azuread", "msgraph"]);
  expect(providers("consent: manual")).toEqual(["azuread"]);
});

test("groups that are granted something only on an absent cluster are not assigned", () => {
  const assigned = `login: { groups: { emit: assigned } }\n${withGrants("[{ group: devs, clusterRole: view }]\n    state: absent").split("\n").slice(1).join("\n")}`;
  expect(synth(withTenant(assigned)).stack("login")["resource"]).not.toHaveProperty("azuread_app_role_assignment");
});
