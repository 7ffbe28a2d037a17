import { accessOf, withTenant } from "../access-text";
import { applied } from "./applied";
import { hal } from "./everything";
import { graphByHand } from "./graph-by-hand";
import { refusedPlan } from "./refused-plan";
import { byHand } from "./stack-by-hand";
import { testWorld } from "./test-world";

const file = (groups: string) => accessOf(withTenant(`groups: ${groups}\n`));
const platform = (members: string, more = "") =>
  file(`{ platform: { existing: true, displayName: Platform team, members: ${members} }${more} }`);
const access = platform("[ada@contoso.com, bob@contoso.com]", ", seniors: { members: [carol@contoso.com] }");

const { real, world } = testWorld(access, {
  more: { users: [hal] },
});

const idOf = (name: string) => {
  const all = [...world.sandbox.directory.all("users"), ...world.sandbox.directory.all("groups")];
  return all.find(({ userPrincipalName, displayName }) => [userPrincipalName, displayName].includes(name))!.id;
};

/** Who is in the existing group, by name. */
function inside(): string[] {
  const names = world.sandbox.directory.membersOf(idOf("Platform team"));
  const all = [...world.sandbox.directory.all("users"), ...world.sandbox.directory.all("groups")];
  return names
    .map((id) => {
      const { userPrincipalName, displayName } = all.find((one) => one.id === id)!;
      return String(userPrincipalName ?? displayName).replace("@contoso.com", "");
    })
    .sort();
}

const put = (name: string) =>
  graphByHand(world.sandbox, "POST", `/groups/${idOf("Platform team")}/members/$ref`, {
    "@odata.id": `https://graph.microsoft.com/v1.0/directoryObjects/${idOf(name)}`,
  });

const refused = (changed: typeof access) => refusedPlan(world, changed, "people");

const store = () => world.sandbox.directory.store;
const group = () => store().find("groups", idOf("Platform team"));

real("members are added beside those whom others added; who is in already is imported, not refused", async () => {
  expect(await put("hal@contoso.com")).toBe(204);
  expect(await put("bob@contoso.com")).toBe(204);
  expect(await applied(world, access, "people")).toEqual({
    'azuread_group_member.platform["ada@contoso.com"]': "create",
    "azuread_group.seniors": "create",
  });
  expect(inside()).toEqual(["ada", "bob", "hal"]);
});

real("a member added by hand is nobody's business, one taken out by hand comes back", async () => {
  expect(
    await graphByHand(
      world.sandbox,
      "DELETE",
      `/groups/${idOf("Platform team")}/members/${idOf("ada@contoso.com")}/$ref`,
    ),
  ).toBe(204);
  expect(await applied(world, access, "people")).toEqual({
    'azuread_group_member.platform["ada@contoso.com"]': "create",
  });
  expect(inside()).toEqual(["ada", "bob", "hal"]);
});

real("a group in it is added, and a line that goes takes its member out alone", async () => {
  const changed = file(
    "{ platform: { existing: true, displayName: Platform team, members: [bob@contoso.com], groups: [seniors] }, seniors: { members: [carol@contoso.com] } }",
  );
  expect(await applied(world, changed, "people")).toEqual({
    'azuread_group_member.platform["ada@contoso.com"]': "delete",
    'azuread_group_member.platform["seniors"]': "create",
  });
  expect(inside()).toEqual(["bob", "hal", "seniors"]);
});

real("somebody who has left the directory breaks no plan", async () => {
  const changed = platform("[bob@contoso.com]", ", seniors: { members: [carol@contoso.com] }");
  await applied(world, changed, "people");
  store().softDelete(store().find("users", "bob@contoso.com"));
  expect(await applied(world, changed, "people")).toEqual({});
  const { output } = await byHand(world, "people", ["output", "-json", "unknown_members"]);
  expect(JSON.parse(output)).toEqual(["bob@contoso.com"]);
  expect(inside()).toEqual(["hal"]);
});

real("what cannot be granted or take members is refused in words", async () => {
  const asked = platform("[ada@contoso.com]");
  const { data } = group();
  group().data = { ...data, securityEnabled: false };
  expect(await refused(asked)).toContain('groups.platform: "Platform team" is not security-enabled');
  group().data = {
    ...data,
    groupTypes: ["DynamicMembership"],
    membershipRule: "user.x",
    membershipRuleProcessingState: "On",
  };
  expect(await refused(asked)).toContain('"Platform team" has a rule');
  group().data = { ...data, mailEnabled: true, mail: "p@contoso.com" };
  expect(await refused(asked)).toContain('"Platform team" is mail-enabled');
  group().data = { ...data, onPremisesSyncEnabled: true };
  expect(await refused(asked)).toContain('"Platform team" is synchronized from Active Directory');
  // Granted without members, it is as good as any.
  expect(await applied(world, platform("[]"), "people")).toMatchObject({ "azuread_group.seniors": "delete" });
  group().data = data;
  expect(await refused(file("{ nobody: { existing: true } }"))).toContain("No group found");
  expect(
    await graphByHand(world.sandbox, "POST", "/groups", {
      displayName: "Platform team",
      mailEnabled: false,
      mailNickname: "other",
      securityEnabled: true,
    }),
  ).toBe(201);
  expect(await refused(platform("[]"))).toContain("More than one group found");
  const byId = file(`{ platform: { existing: ${group().id}, members: [ada@contoso.com] } }`);
  expect(await applied(world, byId, "people")).toMatchObject({
    'azuread_group_member.platform["ada@contoso.com"]': "create",
  });
});

real("a group of the file that is said to exist afterwards is let go, not deleted", async () => {
  const own = file(
    `{ platform: { existing: ${group().id}, members: [ada@contoso.com] }, own: { members: [ada@contoso.com] } }`,
  );
  await applied(world, own, "people");
  const id = idOf("own");
  const theirs = file(`{ platform: { existing: ${group().id}, members: [ada@contoso.com] }, own: { existing: true } }`);
  await applied(world, theirs, "people");
  expect(idOf("own")).toBe(id);
});

real("destroying takes out only whom this program put in", async () => {
  expect(inside()).toEqual(["ada", "hal"]);
  await (
    await world.deployment(file(`{ platform: { existing: ${group().id}, members: [ada@contoso.com] } }`))
  ).destroy(["people"]);
  expect(inside()).toEqual(["hal"]);
});
