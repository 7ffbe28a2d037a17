import { argocd, headlamp, withClients } from "../../clients-text";
import { withPortal } from "../../portal-text";
import { synth } from "../../synth";

test("the server secret is made once and kept, and Terraform does not show it", () => {
  expect(synth(withPortal()).resource("portal", "terraform_data", "server_secret")).toEqual({
    triggers_replace: '${sensitive(sha256("${uuid()}${uuid()}"))}',
    lifecycle: { ignore_changes: ["triggers_replace"] },
  });
});

test("edp-headlamp makes its own, so there is none for it", () => {
  expect(synth(withPortal("", "3.12")).addresses("portal", "terraform_data")).toEqual([]);
});

const secret = (clients: Readonly<Record<string, string>>, name: string) =>
  synth(withClients(clients)).resource(`client-${name}`, "kubernetes_secret_v1", "client");

test("Headlamp reads all of its settings from its Secret, and another text is another revision", () => {
  const { data_wo, data_wo_revision } = secret({ headlamp }, "headlamp");
  expect(data_wo).toMatchObject({
    OIDC_CLIENT_ID: "${data.terraform_remote_state.login.outputs.client_id}",
    OIDC_CALLBACK_URL: '${"https://headlamp.contoso.com/oidc-callback"}',
    OIDC_SCOPES: '${"profile,email,offline_access"}',
  });
  expect(data_wo_revision).toMatch(/^\$\{parseint\(substr\(sha256\(join\(" ", \[one\(.*, 0, 8\), 16\)\}$/);
  expect(data_wo_revision).toContain('"https://headlamp.contoso.com/oidc-callback"');
  expect(data_wo_revision).toContain("outputs.client_id");
});

test("where nothing but the password is read, its key ID alone is the revision", () => {
  expect(secret({ argocd }, "argocd")["data_wo_revision"]).toMatch(/^\$\{parseint\(substr\(one\(/);
});

test("oauth2-proxy's cookies have a key of 32 digits", () => {
  const dashboard = 'preset: kubernetes-dashboard, url: "https://dashboard.contoso.com"';
  expect(secret({ dashboard }, "dashboard")["data_wo"]).toMatchObject({
    "cookie-secret": "${substr(terraform_data.server_secret.triggers_replace, 0, 32)}",
  });
});
