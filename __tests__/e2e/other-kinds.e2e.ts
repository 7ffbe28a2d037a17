import { readFileSync } from "node:fs";
import { join } from "node:path";
import { placeInKubeconfig } from "../../commands/clusters/place-in-kubeconfig";
import { questionsOf } from "../../sandbox/rbac/question";
import { accessOf, withTenant } from "../access-text";
import { expectNothingLeft } from "./nothing-left";
import { testWorld } from "./test-world";

const access = accessOf(
  withTenant(`
attributes: { team: {} }
users: { ada@contoso.com: { attributes: { team: blue } } }
groups:
  developers: { members: [ada@contoso.com] }
  auditors: { members: [bob@contoso.com] }
clusters:
  prod:
    eks: { name: prod-eks, region: eu-central-1 }
    grants: [{ group: auditors, clusterRole: view }]
  dev:
    kubernetes: { kubeconfig: config, context: dev }
    grants:
      - { group: developers, clusterRole: edit, namespaces: [team-a] }
      - { group: auditors, clusterRole: view }
  lab:
    kubernetes: { kubeconfig: config, context: lab }
    requiredClaims: { team: blue }
`),
);
const { real, world } = testWorld(access);

real("a cluster that is not EKS is deployed beside one that is, and the second plan is empty", async () => {
  const deployment = await world.deployment();
  await deployment.apply();
  expect(await deployment.plan()).toBe(false);
});

real("people are judged on both as the file says", async () => {
  // Nobody has a grant on the third.
  const questions = questionsOf(access).questions.filter(({ cluster }) => cluster !== "lab");
  expect([...new Set(questions.map(({ cluster }) => cluster))]).toEqual(["prod", "dev"]);
  const differing: unknown[] = [];
  for (const { person, cluster, action, expected } of questions) {
    const answer = await world.sandbox.may(person, cluster, action);
    if (answer !== expected) differing.push({ person, cluster, action, expected, answer });
  }
  expect(differing).toEqual([]);
});

real("a claim that this cluster requires keeps out whoever has none, as the API server says itself", async () => {
  const server = world.sandbox.clusters.apiServers.get("lab")!;
  const token = (person: string) => world.sandbox.token(person, "lab");
  expect(await server.whoAmI(await token("ada@contoso.com"))).toMatchObject({ name: "entra:ada@contoso.com" });
  expect(await server.whoAmI(await token("bob@contoso.com"))).toEqual({
    refused: expect.stringContaining("required claim team not present") as string,
  });
});

real("AWS is not asked about it, and no state opens its API server", () => {
  const { folder } = world.sandbox.props;
  const stack = readFileSync(join(folder, "cdktf.out", "stacks", "rbac-dev", "cdk.tf.json"), "utf8");
  expect(stack).not.toContain("aws");
  expect(readFileSync(join(folder, "state", "rbac-dev.tfstate"), "utf8")).not.toMatch(/PRIVATE KEY|client-key/);
  return Promise.resolve();
});

real("an operator's kubeconfig tells people where the API server is, and no more", () => {
  const { adminKubeconfig, url } = world.sandbox.clusters.apiServers.get("dev")!;
  const place = placeInKubeconfig({ kubeconfig: adminKubeconfig, context: "sandbox" }, "/", "dev");
  expect(Object.keys(place)).toEqual(["endpoint", "certificateAuthority"]);
  expect(place.endpoint).toBe(url);
  expect(Buffer.from(place.certificateAuthority!, "base64").toString()).toBe(
    readFileSync(world.sandbox.authorityFile, "utf8"),
  );
  return Promise.resolve();
});

real("afterwards nothing is left", () => expectNothingLeft(world));
