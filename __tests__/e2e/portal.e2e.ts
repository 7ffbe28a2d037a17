import { accessOf } from "../access-text";
import { expectNothingLeft } from "./nothing-left";
import { daysPass } from "./passing-time";
import { refusals } from "./sign-in";
import { byHand, unbroken } from "./stack-by-hand";
import { testWorld } from "./test-world";
import { missingPartsOfPortal } from "./world";

const text = (rotate = "") => `
tenant: 8f3c0a5e-6d0b-4a41-9a43-0d6f4b9f2c11
groups: { devs: { members: [ada@contoso.com, bob@contoso.com] } }
clusters:
  prod:
    eks: { name: prod-eks, region: eu-central-1 }
    grants: [{ group: devs, clusterRole: view, namespaces: [krci] }]
portal:
  cluster: prod
  url: https://portal-krci.example.com
  namespace: krci
  version: "3.15"
  groups: { developer: devs }
  secret: { lifetimeDays: 180, overlapDays: 30${rotate} }
`;
const access = accessOf(text());
const withoutMail = { userPrincipalName: "bob@contoso.com", displayName: "bob", mail: null };
const { real, world } = testWorld(access, { more: { users: [withoutMail] }, missing: missingPartsOfPortal() });

interface Secret {
  readonly OIDC_CLIENT_SECRET: string;
  readonly SERVER_SECRET: string;
}

/** What the portal reads on its cluster. */
async function secretOnCluster(): Promise<Secret> {
  const server = world.sandbox.clusters.apiServers.get("prod")!;
  const { data } = (await server.read("/api/v1/namespaces/krci/secrets/portal-secret")) as { data: Secret };
  const decoded = Object.entries<string>({ ...data }).map(([key, value]) => [
    key,
    Buffer.from(value, "base64").toString(),
  ]);
  return Object.fromEntries(decoded) as Secret;
}

const web = "https://portal-krci.example.com/auth/callback";
const loopback = "http://localhost:8000";

/** What a plan of the stack would change, and what it warns of. */
async function planned(stack = "portal"): Promise<{ readonly changes: readonly string[]; readonly output: string }> {
  const { output } = await byHand(world, stack, ["plan", "-input=false"]);
  const changes = [...output.matchAll(/^ {2}# (\S+ (?:will be|must be) \w+)/gm)].map(([, change]) => change ?? "");
  return { changes, output: unbroken(output) };
}

const secrets: string[] = [];

real("day 0: one secret, which the portal's Kubernetes Secret holds", async () => {
  const deployment = await world.deployment();
  await deployment.apply();
  expect(await deployment.plan()).toBe(false);
  const { OIDC_CLIENT_SECRET, SERVER_SECRET } = await secretOnCluster();
  expect(SERVER_SECRET).toMatch(/^[0-9a-f]{64}$/);
  const login = world.sandbox.directory.all("applications").find(({ displayName }) => displayName === "eks")!;
  expect(login["passwordCredentials"]).toMatchObject([{ displayName: "portal (first)" }]);
  secrets.push(OIDC_CLIENT_SECRET, SERVER_SECRET);
});

real("the portal signs in with the secret and kubectl without; each is refused the other way", async () => {
  const [secret = ""] = secrets;
  expect(await refusals(world, web, secret)).toEqual([]);
  expect(await refusals(world, loopback)).toEqual([]);
  expect(await refusals(world, loopback, secret)).toEqual([700025]);
  expect(await refusals(world, web)).toEqual([7000218]);
  expect(await refusals(world, web, "guessed")).toEqual([7000215]);
});

real("whom the portal would not let in is told by name", async () => {
  const { changes, output } = await planned("people");
  expect(changes).toEqual([]);
  expect(output).toContain("so the portal does not let them in: bob@contoso.com. Give them one");
});

real("a plan between two turns changes nothing", async () => {
  daysPass(world, "portal", 149);
  expect((await planned()).changes).toEqual([]);
  daysPass(world, "portal", 1);
});

real("at the overlap a second secret is made, and the first still works", async () => {
  expect((await planned()).changes).toEqual([
    "azuread_application_password.second[0] will be created",
    "kubernetes_secret_v1.portal will be updated",
    "time_rotating.second will be created",
  ]);
  const deployment = await world.deployment();
  await deployment.apply(["portal"]);
  const { changes, output } = await planned();
  expect(changes).toEqual([]);
  expect(output).toMatch(
    /new client secret\. The one before still works until 20[\d-]+T[\d:]+Z: restart the portal in/,
  );
  const { OIDC_CLIENT_SECRET, SERVER_SECRET } = await secretOnCluster();
  expect(SERVER_SECRET).toBe(secrets[1]);
  expect(OIDC_CLIENT_SECRET).not.toBe(secrets[0]);
  expect(await refusals(world, web, OIDC_CLIENT_SECRET)).toEqual([]);
  expect(await refusals(world, web, secrets[0])).toEqual([]);
  secrets.push(OIDC_CLIENT_SECRET);
});

real("after its end the first secret is refused, and there is nothing to do", async () => {
  daysPass(world, "portal", 29);
  expect(await refusals(world, web, secrets[0])).toEqual([]);
  daysPass(world, "portal", 2);
  expect(await refusals(world, web, secrets[0])).toEqual([7000215]);
  expect(await refusals(world, web, secrets[2])).toEqual([]);
  const { changes, output } = await planned();
  expect(changes).toEqual([]);
  expect(output).not.toContain("The one before");
});

real("a new date forces a secret out of turn, and the one before works on", async () => {
  const deployment = await world.deployment(accessOf(text(", rotate: 2026-11-22")));
  await deployment.apply(["portal"]);
  expect(await deployment.plan()).toBe(false);
  const { OIDC_CLIENT_SECRET, SERVER_SECRET } = await secretOnCluster();
  expect(SERVER_SECRET).toBe(secrets[1]);
  expect(secrets).not.toContain(OIDC_CLIENT_SECRET);
  expect(await refusals(world, web, OIDC_CLIENT_SECRET)).toEqual([]);
  expect(await refusals(world, web, secrets[2])).toEqual([]);
  secrets.push(OIDC_CLIENT_SECRET);
});

real("no other state holds any of the values, and this one each once", async () => {
  for (const stack of ["people", "login", "eks-prod", "rbac-prod"]) {
    const { stdout } = await byHand(world, stack, ["state", "pull"]);
    expect(JSON.parse(stdout)).toMatchObject({ version: 4 });
    expect([stack, secrets.filter((secret) => stdout.includes(secret))]).toEqual([stack, []]);
  }
  const { stdout } = await byHand(world, "portal", ["state", "pull"]);
  expect(secrets.map((secret) => stdout.split(secret).length - 1)).toEqual([1, 1, 1, 1]);
});

real("destroying leaves neither secret nor Secret", async () => {
  await expectNothingLeft(world);
  await expect(secretOnCluster()).rejects.toThrow("404");
});
