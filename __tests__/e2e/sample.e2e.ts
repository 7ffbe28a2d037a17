import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Access } from "../../config/schema/access";
import { questionsOf } from "../../sandbox/question";
import { outsider, seedOf } from "../../sandbox/seed";
import { accessOf } from "../access-text";
import { missingParts, realTest, startWorld, type World } from "./world";

const sample = accessOf(readFileSync(join(__dirname, "..", "..", "access.yaml"), "utf8"));

/** The sample and three more developers, of whom the directory thinks differently. */
const access: Access = {
  ...sample,
  groups: {
    ...sample.groups,
    developers: {
      ...sample.groups["developers"]!,
      members: [
        ...sample.groups["developers"]!.members,
        "disabled@contoso.com",
        "everywhere@contoso.com",
        "left@contoso.com",
      ],
    },
  },
};
const seed = {
  users: [
    ...seedOf(sample).users,
    { userPrincipalName: "disabled@contoso.com", displayName: "Disabled", accountEnabled: false },
    { userPrincipalName: "everywhere@contoso.com", displayName: "Everywhere" },
    { userPrincipalName: "left@contoso.com", displayName: "Left" },
  ],
  groups: Array.from({ length: 200 }, (_, index) => ({
    displayName: `Team ${String(index)}`,
    members: ["everywhere@contoso.com"],
  })),
};

const missing = missingParts();
const real = realTest(missing);
const listPods = { verb: "list", resource: "pods", namespace: "team-a" };
const ordinary = (person: string) => !/^(disabled|everywhere|left)@/.test(person);

let world: World;
beforeAll(async () => {
  if (missing.length === 0) world = await startWorld(access, seed);
});
afterAll(() => (missing.length === 0 ? world.end() : undefined));

real("every stack applies, and the second plan is empty", async () => {
  const deployment = await world.deployment();
  await deployment.apply();
  expect(await deployment.plan()).toBe(false);
});

real("everybody may on each cluster exactly what the model says", async () => {
  const differing: unknown[] = [];
  for (const { person, cluster, action, expected } of questionsOf(access).filter(({ person }) => ordinary(person))) {
    const answer = await world.sandbox.may(person, cluster, action);
    if (answer !== expected) differing.push({ person, cluster, action, expected, answer });
  }
  expect(differing).toEqual([]);
});

real("an outsider is authenticated, and may nothing", async () => {
  const token = await world.sandbox.token(outsider(access), "prod");
  expect(await world.sandbox.clusters.apiServers.get("prod")!.whoAmI(token)).toMatchObject({
    name: `entra:${outsider(access)}`,
    groups: ["system:authenticated"],
  });
});

real("whoever is disabled cannot sign in", async () => {
  expect(await world.sandbox.may("disabled@contoso.com", "prod", listPods)).toEqual({
    refused: expect.stringContaining("AADSTS50057") as string,
  });
});

real("whoever is in 201 groups is refused, not let in without groups", async () => {
  expect(await world.sandbox.may("everywhere@contoso.com", "prod", listPods)).toEqual({
    refused: expect.stringContaining("could not expand distributed claims") as string,
  });
});

real("somebody taken out of a group has lost the right with the next token", async () => {
  const { members } = sample.groups["developers"]!;
  const without = {
    ...access,
    groups: { ...access.groups, developers: { ...access.groups["developers"]!, members: members.slice(1) } },
  };
  expect(await world.sandbox.may(members[0]!, "stage", listPods)).toBe("yes");
  await (await world.deployment(without)).apply(["people"]);
  expect(await world.sandbox.may(members[0]!, "stage", listPods)).toBe("no");
});

real("destroying leaves nothing in the directory and no association", async () => {
  await (await world.deployment()).destroy();
  const { directory, clusters } = world.sandbox;
  expect(directory.all("applications").map(({ displayName }) => displayName)).toEqual(["terraform"]);
  expect(directory.all("groups").filter(({ displayName }) => !String(displayName).startsWith("Team "))).toEqual([]);
  expect(Object.values(access.clusters).map(({ eks }) => clusters.eks.association(eks.name))).toEqual([
    undefined,
    undefined,
  ]);
});
