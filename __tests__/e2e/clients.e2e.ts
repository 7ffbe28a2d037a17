import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { decodeJwt } from "jose";
import { parse } from "yaml";
import { clientValues } from "../../commands/client-values";
import { accessOf } from "../access-text";
import { expectNothingLeft } from "./nothing-left";
import { daysPass } from "./passing-time";
import { signIn, type SignIn } from "./sign-in";
import { byHand, unbroken } from "./stack-by-hand";
import { testWorld } from "./test-world";
import { missingPartsOfPortal } from "./world";

const text = `
tenant: 8f3c0a5e-6d0b-4a41-9a43-0d6f4b9f2c11
groups:
  admins: { members: [ada@contoso.com] }
  devs: { members: [bob@contoso.com] }
clusters:
  prod:
    eks: { name: prod-eks, region: eu-central-1 }
    grants:
      - { group: admins, clusterRole: view }
      - { group: devs, clusterRole: edit, namespaces: [team-a] }
  stage:
    eks: { name: stage-eks, region: eu-central-1 }
    grants: [{ group: devs, clusterRole: view, namespaces: [team-a] }]
portal: { cluster: prod, url: https://portal.contoso.com, namespace: krci, version: "3.15" }
clients:
  headlamp: { preset: headlamp, cluster: prod, url: https://headlamp.contoso.com, namespace: headlamp }
  headlamp-stage: { preset: headlamp, cluster: stage, url: https://headlamp.stage.contoso.com, namespace: headlamp, public: native }
  kiali: { preset: kiali, cluster: prod, url: https://mesh.contoso.com/kiali, namespace: istio-system }
  dashboard: { preset: kubernetes-dashboard, cluster: stage, url: https://dashboard.contoso.com, namespace: dashboard }
  portal-stage: { preset: krci-portal, cluster: stage, url: https://portal.stage.contoso.com, namespace: krci }
  argocd:
    preset: argocd
    cluster: prod
    url: https://argocd.contoso.com
    namespace: argocd
    groups: { admin: [admins], viewer: [devs] }
  grafana:
    preset: grafana
    cluster: prod
    url: https://grafana.contoso.com
    namespace: monitoring
    groups: { editor: [devs] }
  reports:
    cluster: prod
    url: https://reports.contoso.com
    namespace: reports
    callback: https://reports.contoso.com/signed-in
    public: spa
`;
const { real, world } = testWorld(accessOf(text), { missing: missingPartsOfPortal() });
const confidential = ["headlamp", "kiali", "dashboard", "portal-stage", "argocd", "grafana"] as const;

/** What a client reads on its cluster, by key. */
async function secretOf(cluster: string, path: string): Promise<Record<string, string>> {
  const server = world.sandbox.clusters.apiServers.get(cluster)!;
  const { data } = (await server.read(`/api/v1/namespaces/${path}`)) as { data: Record<string, string> };
  const decoded = Object.entries(data).map(([key, value]) => [key, Buffer.from(value, "base64").toString()] as const);
  return Object.fromEntries(decoded);
}

/** What `entra-eks client-values` prints. */
async function valuesOf(client: string): Promise<unknown> {
  const file = join(world.sandbox.props.folder, "access.yaml");
  writeFileSync(file, text);
  const out = jest.spyOn(process.stdout, "write").mockReturnValue(true);
  try {
    expect(await clientValues({ file, json: false, client, externalSecret: false })).toBe(0);
    return parse(out.mock.calls.map(([chunk]) => String(chunk)).join("")) as unknown;
  } finally {
    out.mockRestore();
  }
}

const groupId = (name: string) =>
  world.sandbox.directory.all("groups").find(({ displayName }) => displayName === name)?.id ?? "";

const secrets: string[] = [];

real("every stack applies, and the second plan is empty", async () => {
  const deployment = await world.deployment();
  await deployment.apply();
  expect(await deployment.plan()).toBe(false);
  const login = world.sandbox.directory.all("applications").find(({ displayName }) => displayName === "eks")!;
  const names = (login["passwordCredentials"] as { displayName: string }[]).map(({ displayName }) => displayName);
  expect(names.sort()).toEqual([...confidential, "portal"].sort().map((name) => `${name} (first)`));
});

/** A client that shows the token to the API server: with what it reads, and as it asks for the token. */
const passing = [
  {
    client: "headlamp",
    cluster: "prod",
    redirect: "https://headlamp.contoso.com/oidc-callback",
    asking: async (): Promise<SignIn> => {
      const {
        OIDC_CLIENT_SECRET,
        OIDC_SCOPES = "",
        OIDC_CALLBACK_URL,
      } = await secretOf("prod", "headlamp/secrets/headlamp-oidc");
      expect(OIDC_CALLBACK_URL).toBe("https://headlamp.contoso.com/oidc-callback");
      return { client_secret: OIDC_CLIENT_SECRET, scope: `openid ${OIDC_SCOPES.replaceAll(",", " ")}` };
    },
  },
  {
    client: "kiali",
    cluster: "prod",
    redirect: "https://mesh.contoso.com/kiali",
    asking: async (): Promise<SignIn> => {
      const { auth } = (await valuesOf("kiali")) as { auth: { openid: { scopes: string[] } } };
      const read = await secretOf("prod", "istio-system/secrets/kiali-oidc");
      return { client_secret: read["oidc-secret"], scope: auth.openid.scopes.join(" ") };
    },
  },
  {
    client: "dashboard",
    cluster: "stage",
    redirect: "https://dashboard.contoso.com/oauth2/callback",
    asking: async (): Promise<SignIn> => {
      const { extraArgs } = (await valuesOf("dashboard")) as { extraArgs: { scope: string } };
      const read = await secretOf("stage", "dashboard/secrets/dashboard-oidc");
      expect(read["cookie-secret"]).toMatch(/^[0-9a-f]{32}$/);
      return { client_secret: read["client-secret"], scope: extraArgs.scope };
    },
  },
  {
    client: "portal-stage",
    cluster: "stage",
    redirect: "https://portal.stage.contoso.com/auth/callback",
    asking: async (): Promise<SignIn> => {
      const { "krci-portal": values } = (await valuesOf("portal-stage")) as {
        "krci-portal": { configEnv: { OIDC_SCOPE: string }; extraEnvFrom: [{ secretRef: { name: string } }] };
      };
      const [{ secretRef }] = values.extraEnvFrom;
      const read = await secretOf("stage", `krci/secrets/${secretRef.name}`);
      expect(read["SERVER_SECRET"]).toMatch(/^[0-9a-f]{64}$/);
      return { client_secret: read["OIDC_CLIENT_SECRET"], scope: values.configEnv.OIDC_SCOPE };
    },
  },
] as const;

/** What people may do in team-a: the grants of the file. */
const may = {
  prod: { ada: ["yes", "no"], bob: ["yes", "yes"] },
  stage: { ada: ["no", "no"], bob: ["yes", "no"] },
} as const;
const actions = [
  { verb: "list", resource: "pods", namespace: "team-a" },
  { verb: "create", resource: "deployments", apiGroup: "apps", namespace: "team-a" },
];

async function expectAtApiServer(cluster: "prod" | "stage", person: "ada" | "bob", token: string): Promise<void> {
  const server = world.sandbox.clusters.apiServers.get(cluster)!;
  const group = groupId(person === "ada" ? "admins" : "devs");
  expect(await server.whoAmI(token)).toMatchObject({
    name: `entra:${person}@contoso.com`,
    groups: [`entra:${group}`, "system:authenticated"],
  });
  const answers: unknown[] = [];
  for (const action of actions) answers.push(await server.may(token, action));
  expect([cluster, person, answers]).toEqual([cluster, person, may[cluster][person]]);
}

for (const { client, cluster, redirect, asking } of passing) {
  real(
    `${client} signs people in with its secret, and the API server does with their tokens as the file says`,
    async () => {
      const how = await asking();
      secrets.push(how.client_secret ?? "");
      for (const person of ["ada", "bob"] as const) {
        const { id_token, error_codes } = await signIn(world, redirect, { ...how, person: `${person}@contoso.com` });
        expect(error_codes).toBeUndefined();
        await expectAtApiServer(cluster, person, id_token);
      }
      expect((await signIn(world, redirect, { ...how, client_secret: undefined })).error_codes).toEqual([7000218]);
      expect((await signIn(world, redirect, { ...how, client_secret: "guessed" })).error_codes).toEqual([7000215]);
    },
  );
}

real("a public client signs people in without a secret, one in the browser only there", async () => {
  const native = await signIn(world, "https://headlamp.stage.contoso.com/oidc-callback", { person: "bob@contoso.com" });
  await expectAtApiServer("stage", "bob", native.id_token);
  const callback = "https://reports.contoso.com/signed-in";
  const { id_token } = await signIn(world, callback, {
    person: "bob@contoso.com",
    origin: "https://reports.contoso.com",
  });
  await expectAtApiServer("prod", "bob", id_token);
  expect((await signIn(world, callback)).error_codes).toEqual([9002327]);
});

/** The claims of a token that Argo CD or Grafana would take: signed by the issuer, for this application. */
async function claimsFor(redirect: string, how: SignIn): Promise<{ readonly groups?: readonly string[] }> {
  const { id_token } = await signIn(world, redirect, how);
  return decodeJwt(id_token);
}

real("Argo CD takes the token itself, and its policy gives the groups of the file their roles", async () => {
  const { configs } = (await valuesOf("argocd")) as {
    configs: { cm: { "oidc.config": string }; rbac: { "policy.csv": string } };
  };
  const oidc = parse(configs.cm["oidc.config"]) as {
    issuer: string;
    clientID: string;
    clientSecret: string;
    requestedScopes: string[];
  };
  expect(oidc.clientSecret).toBe("$argocd-oidc:client-secret");
  const { "client-secret": client_secret = "" } = await secretOf("prod", "argocd/secrets/argocd-oidc");
  secrets.push(client_secret);
  const roles = new Map(
    configs.rbac["policy.csv"]
      .trim()
      .split("\n")
      .map((line) => /^g, "([^"]+)", (role:\w+)$/.exec(line)!)
      .map(([, group = "", role = ""]) => [group, role]),
  );
  const rolesOf = async (person: string) => {
    const scope = oidc.requestedScopes.join(" ");
    const claims = await claimsFor("https://argocd.contoso.com/auth/callback", { person, client_secret, scope });
    expect(claims).toMatchObject({ iss: oidc.issuer, aud: oidc.clientID });
    return (claims.groups ?? []).map((group) => roles.get(group));
  };
  expect(await rolesOf("ada@contoso.com")).toEqual(["role:admin"]);
  expect(await rolesOf("bob@contoso.com")).toEqual(["role:readonly"]);
  const cli = await signIn(world, "http://localhost:8085/auth/callback");
  expect(decodeJwt(cli.id_token)).toMatchObject({ aud: oidc.clientID });
});

real("Grafana's role path gives a role to the groups of the file, and nobody else is let in", async () => {
  const values = (await valuesOf("grafana")) as { "grafana.ini": { "auth.generic_oauth": Record<string, unknown> } };
  const { scopes, role_attribute_path, role_attribute_strict, client_id } = values["grafana.ini"]["auth.generic_oauth"];
  expect({ role_attribute_path, role_attribute_strict }).toEqual({
    role_attribute_path: `contains(groups[*], '${groupId("devs")}') && 'Editor'`,
    role_attribute_strict: true,
  });
  const { "client-secret": client_secret = "" } = await secretOf("prod", "monitoring/secrets/grafana-oidc");
  secrets.push(client_secret);
  const groupsOf = async (person: string) => {
    const how = { person, client_secret, scope: String(scopes) };
    const claims = await claimsFor("https://grafana.contoso.com/login/generic_oauth", how);
    expect(claims).toMatchObject({ aud: client_id, preferred_username: person });
    return claims.groups;
  };
  expect(await groupsOf("bob@contoso.com")).toContain(groupId("devs"));
  expect(await groupsOf("ada@contoso.com")).not.toContain(groupId("devs"));
});

real("each secret is in the state of its client alone", async () => {
  expect(new Set(secrets).size).toBe(confidential.length);
  const holders: Record<string, string[]> = {};
  const stacks = [
    "people",
    "login",
    "eks-prod",
    "rbac-prod",
    "portal",
    ...confidential.map((name) => `client-${name}`),
  ];
  for (const stack of stacks) {
    const { stdout } = await byHand(world, stack, ["state", "pull"]);
    expect(JSON.parse(stdout)).toMatchObject({ version: 4 });
    for (const secret of secrets) if (stdout.includes(secret)) holders[secret] = [...(holders[secret] ?? []), stack];
  }
  expect(secrets.map((secret) => holders[secret])).toEqual(confidential.map((name) => [`client-${name}`]));
});

real("one client's secret rotates, and those of the others stay", async () => {
  daysPass(world, "client-kiali", 150);
  await (await world.deployment()).apply(["client-kiali"]);
  const { output } = await byHand(world, "client-kiali", ["plan", "-input=false"]);
  expect(unbroken(output)).toContain("The client kiali has a new client secret. The one before still works until 20");
  const { "oidc-secret": client_secret } = await secretOf("prod", "istio-system/secrets/kiali-oidc");
  expect(secrets).not.toContain(client_secret);
  for (const one of [client_secret, secrets[1]])
    expect((await signIn(world, "https://mesh.contoso.com/kiali", { client_secret: one })).error_codes).toBeUndefined();
  expect((await secretOf("prod", "headlamp/secrets/headlamp-oidc"))["OIDC_CLIENT_SECRET"]).toBe(secrets[0]);
  expect(await (await world.deployment()).plan()).toBe(false);
});

real("destroying leaves nothing", async () => {
  await expectNothingLeft(world);
  await expect(secretOf("prod", "headlamp/secrets/headlamp-oidc")).rejects.toThrow("404");
});
