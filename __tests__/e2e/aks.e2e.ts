import { readFileSync } from "node:fs";
import { join } from "node:path";
import { questionsOf } from "../../sandbox/rbac/question";
import { accessOf, withTenant } from "../access-text";
import { expectNothingLeft } from "./nothing-left";
import { testWorld } from "./test-world";

const access = accessOf(
  withTenant(`
login: { guests: true, groups: { emit: assigned } }
groups:
  developers: { members: [ada@contoso.com], groups: [team] }
  team: { members: [bob@contoso.com] }
  auditors: { members: [gus@fabrikam.com] }
guests: [{ mail: gus@fabrikam.com }]
clusters:
  prod:
    eks: { name: prod-eks, region: eu-central-1 }
    grants: [{ group: developers, clusterRole: view }]
  shop:
    aks: { kubeconfig: config, context: shop }
    grants:
      - { group: developers, clusterRole: edit, namespaces: [team-a] }
      - { group: auditors, clusterRole: view }
`),
);
const { real, world } = testWorld(access);

real("an AKS cluster is deployed beside EKS, and the second plan is empty", async () => {
  const deployment = await world.deployment();
  await deployment.apply();
  expect(await deployment.plan()).toBe(false);
});

real("its API server knows a group by its object ID alone, a person by UPN and a guest by object ID", async () => {
  const server = world.sandbox.clusters.apiServers.get("shop")!;
  const who = async (person: string) => server.whoAmI(await world.sandbox.token(person, "shop"));
  const groups = world.sandbox.directory.all("groups");
  const idOf = (name: string) => groups.find(({ displayName }) => displayName === name)?.id;
  const guest = world.sandbox.directory.all("users").find(({ mail }) => mail === "gus@fabrikam.com");
  const bob = await who("bob@contoso.com");
  expect(bob).toMatchObject({ name: "bob@contoso.com" });
  expect("groups" in bob ? [...bob.groups].sort() : bob).toEqual(
    [idOf("developers"), idOf("team"), "system:authenticated"].sort(),
  );
  expect(await who("gus@fabrikam.com")).toMatchObject({ name: guest?.id });
});

real("a token of the login is none of its business", async () => {
  const server = world.sandbox.clusters.apiServers.get("shop")!;
  const token = await world.sandbox.token("ada@contoso.com", "prod");
  expect(await server.whoAmI(token)).toEqual({ refused: expect.any(String) as string });
});

real("people are judged on both as the file says, on AKS without assignment and with nested groups", async () => {
  const { questions } = questionsOf(access);
  const differing: unknown[] = [];
  for (const { person, cluster, action, expected } of questions) {
    const answer = await world.sandbox.may(person, cluster, action);
    const verdict = typeof answer === "object" ? "refused" : answer;
    if (verdict !== expected) differing.push({ person, cluster, action, expected, answer });
  }
  expect(differing).toEqual([]);
  const edits = { verb: "create", resource: "pods", namespace: "team-a" };
  expect(await world.sandbox.may("bob@contoso.com", "shop", edits)).toBe("yes");
  expect(await world.sandbox.may("bob@contoso.com", "prod", edits)).toMatchObject({
    refused: expect.any(String) as string,
  });
});

real("no stack for it needs a cloud", () => {
  const { folder } = world.sandbox.props;
  const stack = readFileSync(join(folder, "cdktf.out", "stacks", "rbac-shop", "cdk.tf.json"), "utf8");
  expect(stack).not.toMatch(/hashicorp\/(aws|azurerm|azuread)/);
  return Promise.resolve();
});

real("afterwards nothing is left", () => expectNothingLeft(world));
