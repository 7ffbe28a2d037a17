import { tenant, withTenant } from "../../access-text";
import { synth } from "../../synth";

const file = `
login: { username: { claim: email } }
clusters:
  ocp:
    openshift:
      kubeconfig: c
      context: ocp
      domain: apps.ocp.contoso.com
      signIn: rosa-classic
      clusterId: 2a3b4c5d6e7f8g9h
      provider: contoso
      mappingMethod: lookup
`;

test("Red Hat is told issuer, client, secret, the scopes that the claims need, and the claims of users and groups", () => {
  const provider = synth(withTenant(file)).resource("openshift-ocp", "rhcs_identity_provider", "login");
  expect(provider).toMatchObject({
    cluster: "2a3b4c5d6e7f8g9h",
    name: "contoso",
    mapping_method: "lookup",
    openid: {
      client_id: expect.stringContaining("outputs.client_id") as string,
      client_secret: expect.stringContaining("azuread_application_password.") as string,
      issuer: `https://login.microsoftonline.com/${tenant}/v2.0`,
      extra_scopes: ["profile", "email"],
      claims: { preferred_username: ["email"], name: ["name"], email: ["email"], groups: ["groups"] },
    },
  });
});

test("a new secret and whatever else changes replace it, because the provider can change nothing of it", () => {
  const program = synth(withTenant(file));
  expect(program.resource("openshift-ocp", "rhcs_identity_provider", "login")["lifecycle"]).toEqual({
    replace_triggered_by: ["terraform_data.login"],
  });
  const { triggers_replace } = program.resource("openshift-ocp", "terraform_data", "login");
  expect(triggers_replace).toMatchObject({
    mappingMethod: "lookup",
    secret: expect.stringMatching(/key_id/) as string,
    claims: { preferredUsername: ["email"] },
  });
  expect(JSON.stringify(triggers_replace)).not.toMatch(/\.value|\["value"\]/);
});
