import { readFileSync } from "node:fs";
import { ApiClient } from "../../sandbox/clusters/kubernetes/api-client";
import { accessOf, withTenant } from "../access-text";
import { applied } from "./applied";
import { graphByHand } from "./graph-by-hand";
import { planned } from "./planned";
import { byHand, unbroken } from "./stack-by-hand";
import { testWorld } from "./test-world";

const file = (login: string, groups = "{ devs: {} }") =>
  accessOf(
    withTenant(`
login: { ${login} }
groups: ${groups}
clusters:
  prod:
    eks: { name: prod-eks, region: eu-central-1 }
    grants: [{ group: devs, clusterRole: view }]
`),
  );
const manual = file("consent: manual");
const granted = file("consent: grant, assignment: required");

const { real, world } = testWorld(granted);

const graph = () => world.sandbox.directory;
const login = () =>
  graph()
    .all("servicePrincipals")
    .find(({ displayName }) => displayName === "eks")!;
const microsoftGraph = () =>
  graph()
    .all("servicePrincipals")
    .find(({ appId }) => appId === "00000003-0000-0000-c000-000000000000")!;
const devs = () =>
  graph()
    .all("groups")
    .find(({ displayName }) => displayName === "devs")!;

/** What an administrator makes who clicks Accept, and assigns the group in the admin centre. */
async function admit(): Promise<void> {
  const consent = { clientId: login().id, consentType: "AllPrincipals", resourceId: microsoftGraph().id };
  expect(
    await graphByHand(world.sandbox, "POST", "/oauth2PermissionGrants", { ...consent, scope: "openid profile" }),
  ).toBe(201);
  const assignment = {
    principalId: devs().id,
    resourceId: login().id,
    appRoleId: "00000000-0000-0000-0000-000000000000",
  };
  expect(
    await graphByHand(world.sandbox, "POST", `/servicePrincipals/${login().id}/appRoleAssignedTo`, assignment),
  ).toBe(201);
}

real("a consent that an administrator gave and a group that was assigned by hand are taken over", async () => {
  const deployment = await world.deployment(manual);
  await deployment.apply(["people", "login"]);
  await admit();
  const before = [...graph().all("oauth2PermissionGrants"), ...graph().all("appRoleAssignments")].map(({ id }) => id);
  expect(await applied(world, granted, "login")).toEqual({
    "azuread_service_principal.login": "update",
    "azuread_service_principal_delegated_permission_grant.consent": "update",
  });
  expect([...graph().all("oauth2PermissionGrants"), ...graph().all("appRoleAssignments")].map(({ id }) => id)).toEqual(
    before,
  );
  expect(graph().all("oauth2PermissionGrants")[0]?.["scope"]).toContain("offline_access");
});

real("a service principal that a run cut off, or an administrator, has made is taken over", async () => {
  const { id } = login();
  for (const type of [
    "azuread_service_principal",
    "azuread_service_principal_delegated_permission_grant",
    "azuread_app_role_assignment",
  ]) {
    const { output } = await byHand(world, "login", ["state", "list"]);
    for (const address of output.split("\n").filter((line) => line.startsWith(`${type}.`)))
      expect((await byHand(world, "login", ["state", "rm", address])).status).toBe(0);
  }
  await applied(world, granted, "login");
  expect(login().id).toBe(id);
});

/** What the API server has of a binding whose name this program gives. */
const subjects = (administrator: ApiClient) =>
  administrator.json("GET", `${rbac}/clusterrolebindings/entra:devs:clusterrole:view`) as Promise<{
    subjects: object[];
  }>;
const rbac = "/apis/rbac.authorization.k8s.io/v1";

real("a binding of the same name that somebody else made is refused, and keeps its subjects", async () => {
  const { adminKubeconfig, url } = world.sandbox.clusters.apiServers.get("prod")!;
  const { users } = JSON.parse(readFileSync(adminKubeconfig, "utf8")) as { users: { user: Record<string, string> }[] };
  const pem = (key: string) => Buffer.from(users[0]!.user[key]!, "base64").toString();
  const client = { cert: pem("client-certificate-data"), key: pem("client-key-data") };
  const administrator = new ApiClient(url, readFileSync(world.sandbox.authorityFile, "utf8"), client);
  await administrator.json("POST", `${rbac}/clusterrolebindings`, {
    metadata: { name: "entra:devs:clusterrole:view" },
    roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: "view" },
    subjects: [{ apiGroup: "rbac.authorization.k8s.io", kind: "User", name: "somebody" }],
  });
  const deployment = await world.deployment(granted);
  expect(unbroken(String(await deployment.apply(["rbac-prod"]).catch(String)))).toContain("already exists");
  expect(await subjects(administrator)).toMatchObject({ subjects: [{ name: "somebody" }] });
});

real("an association in the slot is refused at once, and taken over by an import", async () => {
  const deployment = await world.deployment(granted);
  await deployment.apply(["eks-prod"]);
  const { arn } = world.sandbox.clusters.eks.association("prod-eks")!;
  const address = "aws_eks_identity_provider_config.association";
  expect((await byHand(world, "eks-prod", ["state", "rm", address])).status).toBe(0);
  expect(unbroken(String(await deployment.apply(["eks-prod"]).catch(String)))).toMatch(/ResourceInUse|already/);
  expect((await byHand(world, "eks-prod", ["import", address, "prod-eks:entra"])).status).toBe(0);
  expect(await planned(world, "eks-prod")).toEqual({});
  expect(world.sandbox.clusters.eks.association("prod-eks")?.arn).toBe(arn);
});
