import { accessOf, withGrants } from "../access-text";
import { applied } from "./applied";
import { hal } from "./everything";
import { graphByHand } from "./graph-by-hand";
import { expectNothingLeft } from "./nothing-left";
import { refusedPlan } from "./refused-plan";
import { testWorld } from "./test-world";

const groups = (owners = "[grace@contoso.com]", devs = "[bob@contoso.com]") => `
  devs: { members: ${devs}, groups: [seniors], owners: ${owners} }
  seniors: { members: [carol@contoso.com] }
  platform: { rule: 'user.department -eq "Platform"' }
  rescue: { protected: true, members: [ada@contoso.com] }`;
const file = (entries: string) =>
  accessOf(
    withGrants(
      "[{ group: devs, clusterRole: view, namespaces: [team-a] }, { group: rescue, clusterRole: cluster-admin }]",
      entries,
    ),
  );
const access = file(groups());

const { real, world } = testWorld(access, {
  more: { users: [hal] },
});

const group = (name: string) => world.sandbox.directory.all("groups").find(({ displayName }) => displayName === name)!;
const idOf = (name: string) =>
  world.sandbox.directory.all("users").find(({ userPrincipalName }) => userPrincipalName === `${name}@contoso.com`)!.id;
const ownersOf = (name: string) => world.sandbox.directory.store.links.of(group(name).id, "owners");
const pods = { verb: "list", resource: "pods", namespace: "team-a" };

real("every stack applies, and the second plan is empty", async () => {
  const deployment = await world.deployment();
  await deployment.apply();
  expect(await deployment.plan()).toBe(false);
});

real("the directory has what the file says", () => {
  expect(ownersOf("devs")).toEqual([idOf("grace")]);
  expect(group("platform")).toMatchObject({
    groupTypes: ["DynamicMembership"],
    membershipRule: 'user.department -eq "Platform"',
    membershipRuleProcessingState: "On",
  });
  expect(group("rescue")).toMatchObject({ isAssignableToRole: true });
  return Promise.resolve();
});

real("a member of a group in a group has the outer group's rights", async () => {
  expect(await world.sandbox.may("carol@contoso.com", "prod", pods)).toBe("yes");
  expect(await world.sandbox.may("bob@contoso.com", "prod", pods)).toBe("yes");
  expect(await world.sandbox.may("hal@contoso.com", "prod", pods)).toBe("no");
});

real("a member who was added by hand shows in the plan, and is taken out", async () => {
  const reference = { "@odata.id": `https://graph.microsoft.com/v1.0/directoryObjects/${idOf("hal")}` };
  expect(await graphByHand(world.sandbox, "POST", `/groups/${group("devs").id}/members/$ref`, reference)).toBe(204);
  expect(await applied(world, access, "people")).toEqual({ "azuread_group.devs": "update" });
  expect([...world.sandbox.directory.membersOf(group("devs").id)].sort()).toEqual(
    [idOf("bob"), group("seniors").id].sort(),
  );
});

real("another owner replaces the one before, and an unknown one is refused in words", async () => {
  expect(await applied(world, file(groups("[hal@contoso.com]")), "people")).toEqual({ "azuread_group.devs": "update" });
  expect(ownersOf("devs")).toEqual([idOf("hal")]);
  const said = await refusedPlan(world, file(groups("[nobody@contoso.com]")), "people");
  expect(said).toContain("The directory does not know these owners of the group devs: nobody@contoso.com.");
});

real("destroying ends clean", async () => {
  await expectNothingLeft(world);
});
