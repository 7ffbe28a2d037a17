import accessSchema from "../../access.schema.json";
import { withTenant } from "../access-text";
import { synth, type Block } from "../synth";

const file = (openshift: string, more = "") =>
  withTenant(`
groups: { devs: { members: [ada@contoso.com] } }
clusters:
  ocp:
    openshift: { kubeconfig: config, context: ocp, domain: apps.ocp.contoso.com, ${openshift} }
    grants: [{ group: devs, clusterRole: view }]
${more}`);
const web = (text: string) => synth(text).resource("login", "azuread_application", "login")["web"] as Block | undefined;

test.each([
  [
    "external",
    "https://console-openshift-console.apps.ocp.contoso.com/auth/callback",
    "entra-console-openshift-console",
  ],
  [
    "rosa-hcp",
    "https://console-openshift-console.apps.ocp.contoso.com/auth/callback",
    "entra-console-openshift-console",
  ],
  ["oauth", "https://oauth-openshift.apps.ocp.contoso.com/oauth2callback/entra", "entra-client-secret"],
])(
  "%s: the callback is on the login, and the secret rotates in its own stack and in openshift-config",
  (way, uri, name) => {
    const text = file(`signIn: ${way}`);
    const program = synth(text);
    expect(web(text)).toMatchObject({ redirect_uris: [uri] });
    expect(program.dependencies["openshift-ocp"]).toEqual(["login"]);
    expect(Object.keys(program.find("openshift-ocp", "provider")).sort()).toEqual(["azuread", "kubernetes", "time"]);
    expect(program.resource("openshift-ocp", "kubernetes_secret_v1", "client")).toMatchObject({
      metadata: { name, namespace: "openshift-config" },
      data_wo: { clientSecret: expect.stringContaining("azuread_application_password.") as string },
    });
    expect(program.stack("openshift-ocp")).not.toHaveProperty("output");
  },
);

test("ROSA classic keeps its secret at Red Hat, and no stack of it talks to the cluster but rbac", () => {
  const text = file("signIn: rosa-classic, clusterId: 2a3b4c5d6e7f8g9h");
  expect(Object.keys(synth(text).find("openshift-ocp", "provider")).sort()).toEqual(["azuread", "rhcs", "time"]);
  expect(web(text)).toMatchObject({
    redirect_uris: ["https://oauth-openshift.apps.ocp.contoso.com/oauth2callback/entra"],
  });
});

test("without a console there is no secret, no callback and no stack", () => {
  const text = file("signIn: external, console: false");
  expect(Object.keys(synth(text).stacks)).not.toContain("openshift-ocp");
  expect(web(text)).not.toHaveProperty("redirect_uris");
});

test("of an absent cluster the stack has providers and nothing else, so the next deployment takes the secret away, and the callback goes", () => {
  const text = file("signIn: oauth", "    state: absent\n");
  const program = synth(text);
  expect(Object.keys(program.stack("openshift-ocp")).sort()).toEqual(["//", "provider", "terraform"]);
  // Terraform asks the cluster to delete the Secret.
  expect(program.find("openshift-ocp", "provider")).toEqual(
    synth(file("signIn: oauth")).find("openshift-ocp", "provider"),
  );
  expect(web(text)).not.toHaveProperty("redirect_uris");
});

test("a binding names a group as each way names it", () => {
  const subject = (way: string) =>
    JSON.stringify(
      synth(file(`signIn: ${way}`)).resource(
        "rbac-ocp",
        "kubernetes_cluster_role_binding_v1",
        "devs__ClusterRole__view",
      )["subject"],
    );
  expect(subject("external")).toContain('"name":"entra:${');
  for (const way of ["rosa-hcp", "oauth", "rosa-classic, clusterId: 2a3b4c5d6e7f8g9h"])
    expect(subject(way)).toContain('"name":"${');
});

test("another secret is made when the file says so, with its own days", () => {
  const passwords = synth(file("signIn: oauth, secret: { lifetimeDays: 90, overlapDays: 15 }")).find(
    "openshift-ocp",
    "resource",
  );
  expect(JSON.stringify(passwords["time_rotating"])).toContain("* 1800}h");
  expect(web(file("signIn: oauth, provider: contoso"))).toMatchObject({
    redirect_uris: ["https://oauth-openshift.apps.ocp.contoso.com/oauth2callback/contoso"],
  });
});

test("what becomes of the next secret is told of each way as its stack does it", () => {
  const { properties } = accessSchema.properties.clusters.additionalProperties.properties.openshift;
  const { description } = properties.secret.properties.overlapDays;
  const byItself = "external and oauth: the cluster takes the next one by itself.";
  const byHand = "rosa-hcp: in that time, delete the external authentication provider and create it again.";
  const byReplacing = "rosa-classic: the deployment replaces the identity provider";
  for (const [way, sentence] of [
    ["external", byItself],
    ["oauth", byItself],
    ["rosa-hcp", byHand],
    ["rosa-classic, clusterId: 2a3b4c5d6e7f8g9h", byReplacing],
  ] as const) {
    const { check, resource } = synth(file(`signIn: ${way}`)).stack("openshift-ocp") as Record<string, Block>;
    const done =
      resource?.["rhcs_identity_provider"] !== undefined
        ? byReplacing
        : check?.["secret_before"] !== undefined
          ? byHand
          : byItself;
    expect([way, done]).toEqual([way, sentence]);
    expect(description).toContain(sentence);
  }
});
