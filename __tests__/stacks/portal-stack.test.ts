import { withGrants } from "../access-text";
import { withPortal } from "../portal-text";
import { synth } from "../synth";

test("without a portal there is no secret anywhere, and no redirect that takes one", () => {
  const program = synth(withGrants("[]"));
  expect(Object.keys(program.stacks)).not.toContain("portal");
  expect(program.resource("login", "azuread_application", "login")["web"]).not.toHaveProperty("redirect_uris");
});

test("the application takes people back to the portal, and kubectl's redirect stays public", () => {
  const application = synth(withPortal()).resource("login", "azuread_application", "login");
  expect(application["web"]).toMatchObject({
    redirect_uris: ["https://portal.example.com/auth/callback", "https://portal.example.com/"],
  });
  expect(application["public_client"]).toEqual({ redirect_uris: ["http://localhost"] });
});

test("it is deployed after login, and after people only for groups", () => {
  expect(synth(withPortal()).dependencies["portal"]).toEqual(["login"]);
  expect(synth(withPortal("  groups: { viewer: devs }\n")).dependencies["portal"]).toEqual(["login", "people"]);
});

test("Helm values are put out, with the issuer of the cluster and prefixed object IDs", () => {
  const text = withPortal("  groups: { viewer: devs }\n").concat('login: { groups: { prefix: "${x}" } }\n');
  const { value } = synth(text).find("portal", "output", "helm_values") as { value: string };
  expect(value).toMatch(/^\$\{yamlencode\(\{.*\}\)\}$/);
  expect(JSON.parse(value.slice("${yamlencode(".length, -2))).toMatchObject({
    global: { viewerGroupName: "$${x}${data.terraform_remote_state.people.outputs.group_object_ids.devs}" },
    "krci-portal": {
      configEnv: {
        PORTAL_URL: "https://portal.example.com",
        OIDC_ISSUER_URL: "${data.terraform_remote_state.login.outputs.issuer_url}",
        OIDC_CLIENT_ID: "${data.terraform_remote_state.login.outputs.client_id}",
      },
    },
  });
});

test("it warns while the secret before still works, but the portal may not know the next one", () => {
  const { assert } = synth(withPortal()).find("portal", "check", "secret_before") as { assert: unknown };
  expect(assert).toMatchObject([
    { error_message: expect.stringContaining("restart the portal in namespace krci by then") as string },
  ]);
});

test("with a store the stack asks nothing of the cluster, and puts manifests out", () => {
  const program = synth(withPortal("  secret: { store: { secretsManager: krci/portal } }\n"));
  expect(Object.keys(program.find("portal", "provider"))).toEqual(["aws", "azuread", "time"]);
  expect(program.stack("portal")).not.toHaveProperty("ephemeral");
  const { value } = program.find("portal", "output", "external_secret") as { value: string };
  expect(value.split("---\n${yamlencode(")).toHaveLength(3);
  expect(synth(withPortal()).find("portal", "output")).not.toHaveProperty("external_secret");
});

test("on a cluster that is not EKS the secret is written through the kubeconfig, and nothing is of AWS", () => {
  const elsewhere = withPortal().replace(/eks: \{.*/, "kubernetes: { kubeconfig: config, context: prod }");
  const { stacks } = synth(elsewhere);
  expect(JSON.stringify(stacks["portal"])).toContain('"config_context":"prod"');
  expect(JSON.stringify(stacks)).not.toContain("aws");
});
