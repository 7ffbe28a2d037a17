import { argocd, withClients } from "../../clients-text";
import { withPortal } from "../../portal-text";
import { synth } from "../../synth";

const secretOf = (version: string) =>
  synth(withPortal("", version)).resource("portal", "kubernetes_secret_v1", "portal");
const used = (attribute: string) =>
  `one({ ${["first", "second", "forced"]
    .map((slot) => `${slot} = azuread_application_password.${slot}[*].${attribute}`)
    .join(", ")} }[local.slot])`;

test("krci-portal reads the client secret and a server secret, edp-headlamp the client secret", () => {
  expect(secretOf("3.13")).toMatchObject({ metadata: { name: "portal-secret", namespace: "krci" } });
  expect(secretOf("3.13")["data_wo"]).toEqual({
    OIDC_CLIENT_SECRET: `\${${used("value")}}`,
    SERVER_SECRET: "${terraform_data.server_secret.triggers_replace}",
  });
  expect(secretOf("3.12")).toMatchObject({ metadata: { name: "keycloak-client-headlamp-secret" } });
  expect(secretOf("3.12")["data_wo"]).toEqual({ clientSecret: `\${${used("value")}}` });
});

test("nothing but write-only arguments hold a secret, and another password is another revision", () => {
  expect(secretOf("3.15")).not.toHaveProperty("data");
  expect(secretOf("3.15")["data_wo_revision"]).toBe(`\${parseint(substr(${used("key_id")}, 0, 8), 16)}`);
});

test("a namespace that is not there stops the plan, before a password is made", () => {
  expect(secretOf("3.15")["lifecycle"]).toEqual({
    precondition: [
      {
        condition: '${contains(data.kubernetes_all_namespaces.namespaces.namespaces, "krci")}',
        error_message:
          'The portal needs the namespace "krci", which is not there. Create it, or correct portal.namespace.',
      },
    ],
  });
});

test("a client's Secret is named by the client, and has the labels that it asks for", () => {
  const secret = synth(withClients({ argocd })).resource("client-argocd", "kubernetes_secret_v1", "client");
  expect(secret["metadata"]).toEqual({
    name: "argocd-oidc",
    namespace: "argocd",
    labels: { "app.kubernetes.io/managed-by": "entra-eks", "app.kubernetes.io/part-of": "argocd" },
  });
  expect(secret["lifecycle"]).toMatchObject({
    precondition: [{ error_message: expect.stringContaining("or correct clients.argocd.namespace.") as string }],
  });
});
