import { join } from "node:path";
import { application } from "../../../commands/doctor/application";
import { delegatedScopes, microsoftGraph } from "../../../model/login/microsoft-graph";
import { accessOf, withGrants } from "../../access-text";
import { headlamp, withClients } from "../../clients-text";
import { Client, seed } from "../../sandbox/msgraph/client";
import { deployedCluster, folderWith, inShort, machine } from "./machine";

const text = withGrants("[{ group: devs, clusterRole: view }]");
const assigned = `${text}\nlogin: { assignment: required }\n`;

/** A login as the program registers it. */
const registered = {
  displayName: "eks",
  signInAudience: "AzureADMyOrg",
  groupMembershipClaims: "SecurityGroup",
  publicClient: { redirectUris: ["http://localhost"] },
  optionalClaims: { idToken: ["upn", "email", "groups"].map((name) => ({ name })) },
};

let client: Client;
let ca: string;
let clientId: string;
let principal: string;
beforeEach(async () => {
  client = await Client.start();
  ca = join(folderWith({ "ca.pem": client.ca }), "ca.pem");
});
afterEach(() => client.server.close());

async function register(application: object = {}, servicePrincipal: object = {}) {
  const made = await client.post("applications", { ...registered, ...application });
  expect(made.status).toBe(201);
  clientId = made.body.appId;
  const { id } = (await client.post("servicePrincipals", { appId: clientId, ...servicePrincipal })).body;
  principal = id;
}
async function consent(scope = Object.keys(delegatedScopes).join(" ")) {
  const graph = (await client.get(`servicePrincipals?$filter=appId eq '${microsoftGraph}'`.replaceAll(" ", "%20"))).body
    .value[0];
  await client.post("oauth2PermissionGrants", {
    clientId: principal,
    consentType: "AllPrincipals",
    resourceId: graph?.id,
    scope,
  });
}

const credentialsOf = async () =>
  (await client.signIn(seed.deployer.clientId, seed.deployer.clientSecret)).body.access_token;

function look(file = text, token: () => Promise<string> = credentialsOf, groups: Record<string, string> = {}) {
  const graph = { url: client.server.url, token };
  const { login, ...others } = deployedCluster();
  const stacks = {
    ...others,
    login: { outputs: { client_id: clientId, issuer_url: "" } },
    people: { outputs: { group_object_ids: groups } },
  };
  expect(login).toBeDefined();
  return application(accessOf(file), stacks, machine({ graph, env: { SSL_CERT_FILE: ca } }));
}

test("an application as the file wants it, with consent, is fine", async () => {
  await register();
  await consent();
  expect(inShort(await look())).toEqual(["fine application", "fine consent"]);
});

test.each([
  ["without the redirect of kubelogin", { publicClient: { redirectUris: [] } }, "broken application-redirect"],
  [
    "with the redirect on another platform",
    { publicClient: { redirectUris: [] }, web: { redirectUris: ["http://localhost"] } },
    "broken application-redirect",
  ],
  ["that lists no groups", { groupMembershipClaims: null }, "broken application-groups"],
  ["that lists other groups", { groupMembershipClaims: "All" }, "broken application-groups"],
  ["without a claim", { optionalClaims: { idToken: [{ name: "upn" }] } }, "broken application-claims"],
  ["of all tenants", { signInAudience: "AzureADMultipleOrgs" }, "warning application-audience"],
])("an application %s is told", async (_, changed, short) => {
  await register(changed);
  await consent();
  expect(inShort(await look())).toEqual([short, "fine consent"]);
});

test.each([
  ["switched off", { accountEnabled: false }, "broken application-disabled"],
  ["that demands an assignment", { appRoleAssignmentRequired: true }, "broken application-assignment"],
])("a service principal %s is broken", async (_, changed, short) => {
  await register({}, changed);
  await consent();
  expect(inShort(await look())).toEqual([short, "fine consent"]);
});

test("an application that is not there is broken", async () => {
  clientId = "11111111-2222-3333-4444-555555555555";
  expect(inShort(await look())).toEqual(["broken application-missing"]);
});

test("a consent that lacks a scope is broken, with the link where the file leaves it to an administrator", async () => {
  await register();
  await consent("openid profile");
  expect((await look()).at(-1)).toMatchObject({
    id: "consent-missing",
    sentence: expect.stringContaining("to email, offline_access, User.Read") as string,
  });
  const manual = (await look(`${text}\nlogin: { consent: manual }\n`)).at(-1);
  expect(manual?.remedy).toContain(`/adminconsent?client_id=${clientId}`);
});

test("a granted group that is not assigned is broken, and assigned it is fine", async () => {
  await register({}, { appRoleAssignmentRequired: true });
  await consent();
  const groups = (await client.get("groups")).body.value;
  const devs = groups.find((group) => group["displayName"] === "developers")?.id ?? "";
  expect((await look(assigned, credentialsOf, { devs })).at(-1)).toMatchObject({
    severity: "broken",
    sentence: expect.stringContaining("are not assigned to the application: devs") as string,
  });
  const appRoleId = "00000000-0000-0000-0000-000000000000";
  await client.post(`servicePrincipals/${principal}/appRoleAssignedTo`, {
    principalId: devs,
    resourceId: principal,
    appRoleId,
  });
  expect(inShort(await look(assigned, credentialsOf, { devs }))).toEqual([
    "fine application",
    "fine consent",
    "fine assignment",
  ]);
});

test("without credentials, or with a token that Graph refuses, it is not looked at, with the reason", async () => {
  await register();
  const found = await look(text, () => Promise.reject(new Error("Please run 'az login'\nand more")));
  expect(found).toMatchObject([
    { severity: "not-looked-at", sentence: "There are no credentials for Microsoft Graph: Please run 'az login'" },
  ]);
  const refused = await look(text, () => Promise.resolve("a.hush.c"));
  expect(refused).toMatchObject([
    { severity: "not-looked-at", sentence: expect.stringContaining("Microsoft Graph refuses to tell: ") as string },
  ]);
  expect(JSON.stringify(refused)).not.toContain("hush");
});

test("before the login is deployed there is no application to look at", async () => {
  const stacks = { ...deployedCluster(), login: { reason: 'The stack "login" is not deployed' } };
  expect(await application(accessOf(text), stacks, machine())).toMatchObject([
    { severity: "not-looked-at", sentence: 'The application is not known. The stack "login" is not deployed' },
  ]);
});

test("a web client whose redirect is gone is told, with its platform", async () => {
  const file = withClients({
    headlamp,
    spa: 'url: "https://spa.contoso.com", callback: "https://spa.contoso.com/back", public: spa',
  });
  await register({ spa: { redirectUris: ["https://spa.contoso.com/back"] } });
  await consent();
  expect((await look(file)).map(({ sentence }) => sentence)).toContainEqual(
    expect.stringContaining(
      "The application lacks the redirect URI https://headlamp.contoso.com/oidc-callback of platform web, so clients.headlamp cannot sign people in",
    ),
  );
});
