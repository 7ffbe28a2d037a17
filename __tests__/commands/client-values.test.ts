import { parse, parseAllDocuments } from "yaml";
import { clientValues } from "../../commands/client-values";
import { tenant, withGrants } from "../access-text";
import { argocd, headlamp, withClients } from "../clients-text";
import { deployed, stateOf } from "./deployed";
import { printed } from "./printed";

const devs = "0f4d6f0e-1111-4a41-9a43-0d6f4b9f2c11";
const login = stateOf({ client_id: deployed.clientId, issuer_url: deployed.issuer });
const people = stateOf({ group_object_ids: { devs } });
const stored = `${argocd}, secret: { store: { secretsManager: prod/argocd } }`;
const clients = {
  headlamp,
  argocd: stored,
  kiali: 'preset: kiali, url: "https://mesh.contoso.com:8443/kiali"',
  grafana: 'preset: grafana, url: "https://grafana.contoso.com", groups: { admin: [devs], viewer: [devs] }',
  dashboard: 'preset: kubernetes-dashboard, url: "https://dashboard.contoso.com"',
  native: 'preset: headlamp, url: "https://native.contoso.com/k8s", public: native',
  portal: 'preset: krci-portal, url: "https://portal.contoso.com"',
  other: 'url: "https://other.contoso.com", callback: "https://other.contoso.com/back"',
};
const files = { "access.yaml": withClients(clients), "state/login.tfstate": login, "state/people.tfstate": people };
const run = (client: string, changed: Record<string, string> = {}, externalSecret = false, json = false) =>
  printed({ ...files, ...changed }, (file) => clientValues({ file, json, client, externalSecret }));

async function valuesOf(client: string, changed: Record<string, string> = {}): Promise<unknown> {
  const { code, stdout, stderr } = await run(client, changed);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return parse(stdout);
}

test("Headlamp reads everything from its Secret, and is told the callback", async () => {
  expect(await valuesOf("headlamp")).toEqual({
    config: {
      oidc: {
        secret: { create: false },
        externalSecret: { enabled: true, name: "headlamp-oidc", hasScopes: true },
        callbackURL: "https://headlamp.contoso.com/oidc-callback",
      },
    },
  });
});

test("Headlamp without a secret is told everything, with PKCE, and where it is", async () => {
  expect(await valuesOf("native")).toEqual({
    config: {
      baseURL: "/k8s",
      oidc: {
        secret: { create: false },
        clientID: deployed.clientId,
        issuerURL: deployed.issuer,
        scopes: "profile,email,offline_access",
        callbackURL: "https://native.contoso.com/k8s/oidc-callback",
        usePKCE: true,
      },
    },
  });
});

test("Kiali passes the ID token on, and its address is what it works the callback out from", async () => {
  expect(await valuesOf("kiali")).toEqual({
    auth: {
      strategy: "openid",
      openid: {
        client_id: deployed.clientId,
        issuer_uri: deployed.issuer,
        scopes: ["openid", "profile", "email"],
        username_claim: "upn",
        api_token: "id_token",
        disable_rbac: false,
      },
    },
    deployment: { secret_name: "kiali-oidc" },
    server: { web_fqdn: "mesh.contoso.com", web_port: "8443", web_root: "/kiali", web_schema: "https" },
  });
});

test("oauth2-proxy gives the Dashboard the ID token, and renews it before it ends", async () => {
  expect(await valuesOf("dashboard")).toMatchObject({
    config: { existingSecret: "dashboard-oidc" },
    extraArgs: {
      "oidc-issuer-url": deployed.issuer,
      "redirect-url": "https://dashboard.contoso.com/oauth2/callback",
      scope: "openid profile email offline_access",
      "pass-authorization-header": true,
      "set-authorization-header": true,
      "cookie-refresh": "30m",
    },
  });
});

test("a further portal gets what the chart of the first one is told, with a Secret of its own", async () => {
  expect(await valuesOf("portal")).toEqual({
    "krci-portal": {
      configEnv: {
        PORTAL_URL: "https://portal.contoso.com",
        OIDC_ISSUER_URL: deployed.issuer,
        OIDC_CLIENT_ID: deployed.clientId,
        OIDC_SCOPE: "openid profile email offline_access",
        OIDC_CODE_CHALLENGE_METHOD: "S256",
        DEFAULT_CLUSTER_NAMESPACE: "portal",
      },
      extraEnvFrom: [{ secretRef: { name: "portal-oidc" } }, { configMapRef: { name: "portal-config" } }],
    },
  });
});

test("Argo CD gives groups roles by object ID, without the prefix of the API server", async () => {
  const { configs } = (await valuesOf("argocd")) as { configs: { cm: Record<string, string>; rbac: unknown } };
  expect(configs.rbac).toEqual({
    "policy.default": "",
    "policy.csv": `g, "${devs}", role:admin\n`,
    scopes: "[groups]",
  });
  expect(configs.cm["url"]).toBe("https://argocd.contoso.com");
  expect(parse(configs.cm["oidc.config"] ?? "")).toMatchObject({
    issuer: deployed.issuer,
    clientID: deployed.clientId,
    clientSecret: "$argocd-oidc:client-secret",
  });
});

test("Grafana takes the strongest role of a person's groups, and lets nobody in without one", async () => {
  expect(await valuesOf("grafana")).toMatchObject({
    "grafana.ini": {
      "auth.generic_oauth": {
        role_attribute_path: `contains(groups[*], '${devs}') && 'Admin' || contains(groups[*], '${devs}') && 'Viewer'`,
        role_attribute_strict: true,
        auth_url: `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/authorize`,
      },
    },
    envValueFrom: {
      GF_AUTH_GENERIC_OAUTH_CLIENT_SECRET: { secretKeyRef: { name: "grafana-oidc", key: "client-secret" } },
    },
  });
});

test("of a client without a preset everything is printed that its settings have to say", async () => {
  expect(await valuesOf("other")).toEqual({
    issuer: deployed.issuer,
    clientId: deployed.clientId,
    redirectUri: "https://other.contoso.com/back",
    scopes: ["openid", "profile", "email", "offline_access"],
    codeChallengeMethod: "S256",
    secret: { name: "other-oidc", namespace: "other", keys: ["client-id", "client-secret"] },
  });
});

test("v1 gives no refresh token that would be of use, so nobody asks for one", async () => {
  const issuer = `https://sts.windows.net/${tenant}/`;
  const changed = {
    "access.yaml": `${withClients(clients)}login: { issuer: v1 }\n`,
    "state/login.tfstate": stateOf({ client_id: deployed.clientId, issuer_url: issuer }),
  };
  expect(await valuesOf("other", changed)).toMatchObject({ issuer, scopes: ["openid", "profile", "email"] });
  const { extraArgs } = (await valuesOf("dashboard", changed)) as { extraArgs: object };
  expect(extraArgs).not.toHaveProperty("cookie-refresh");
});

test("what of a state is another is printed nowhere", async () => {
  const foreign = stateOf({ client_id: deployed.clientId, issuer_url: "https://evil.example" });
  expect(await run("kiali", { "state/login.tfstate": foreign })).toMatchObject({ code: 2, stdout: "" });
  const known = withClients(clients, "allow: [existing-cluster-admin]\n").replace(
    "{ members: [ada@contoso.com] }",
    `{ existing: ${tenant} }`,
  );
  expect(await run("argocd", { "access.yaml": known })).toEqual({
    code: 2,
    stdout: "",
    stderr: expect.stringContaining(
      'state/people.tfstate cannot be trusted: the group "devs" has another object ID in the access file',
    ) as string,
  });
  const none = stateOf({ group_object_ids: {} });
  expect(await run("argocd", { "state/people.tfstate": none })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('it has not made the group "devs" yet. Deploy it first') as string,
  });
});

test("a client that is not there has no values, and the one that was meant is named", async () => {
  expect(await run("headlam")).toEqual({
    code: 2,
    stdout: "",
    stderr: 'access.yaml has no client "headlam"; did you mean "headlamp"?\n',
  });
  expect((await run("kubernetes-dashboard")).stderr).toMatch(
    /^access\.yaml has no client "kubernetes-dashboard"; its clients are [a-z, ]*headlamp/,
  );
  expect((await run("headlamp", { "access.yaml": withGrants("[]") })).stderr).toBe(
    'access.yaml has no client "headlamp"; it has no "clients"\n',
  );
});

test("manifests make the Secret of what is in AWS Secrets Manager, with its labels; no stack is asked", async () => {
  const { code, stdout } = await run("argocd", { "state/login.tfstate": "" }, true);
  const [store, secret] = parseAllDocuments(stdout).map((one) => one.toJS() as unknown);
  expect(code).toBe(0);
  expect(store).toMatchObject({
    kind: "SecretStore",
    metadata: { name: "entra-eks-client-argocd", namespace: "argocd" },
  });
  expect(secret).toMatchObject({
    kind: "ExternalSecret",
    spec: {
      target: {
        name: "argocd-oidc",
        template: { metadata: { labels: { "app.kubernetes.io/part-of": "argocd" } } },
      },
      dataFrom: [{ extract: { key: "prod/argocd" } }],
    },
  });
  expect(await run("kiali", {}, true)).toEqual({
    code: 2,
    stdout: "",
    stderr: "clients.kiali keeps no secret in AWS Secrets Manager\n",
  });
});
