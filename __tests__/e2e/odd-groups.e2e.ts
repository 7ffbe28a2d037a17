import type { Access } from "../../config/schema/access";
import { accessOf, withTenant } from "../access-text";
import { applied } from "./applied";
import { refusedPlan } from "./refused-plan";
import { byHand, unbroken } from "./stack-by-hand";
import { testWorld } from "./test-world";

const team = "Dev's R&D + 50% #1";
const file = (groups: string, lookup = "batch") =>
  accessOf(withTenant(`groups: { ${groups} }\ndirectory: { lookup: ${lookup} }\n`));
const existing = (more: string) =>
  `team: { existing: true, displayName: "${team}", members: [o'hara@contoso.com]${more} }`;
const owned = (owners: string) => `devs: { members: [o'hara@contoso.com], owners: [${owners}] }`;
const access = file(`${existing("")}, ${owned("ada@contoso.com, bob@contoso.com")}`);

const { real, world } = testWorld(access);

const store = () => world.sandbox.directory.store;
const group = (name: string) =>
  store()
    .all("groups")
    .find(({ data }) => data["displayName"] === name)!;
const idOf = (name: string) => store().find("users", `${name}@contoso.com`).id;
const terraform = () =>
  store()
    .all("servicePrincipals")
    .find(({ data }) => data["appId"] === world.sandbox.props.seed.deployer.clientId)!.id;
const byId = (lookup: string): Access =>
  file(`team: { existing: ${group(team).id}, members: [o'hara@contoso.com] }`, lookup);

real(
  "a Microsoft 365 group with an odd name is found, and somebody with an apostrophe is added, by an application alone",
  async () => {
    const { data, id } = group(team);
    group(team).data = { ...data, groupTypes: ["Unified"], mailEnabled: true, mail: "team@contoso.com" };
    await applied(world, access, "people");
    expect(world.sandbox.directory.membersOf(id)).toEqual([idOf("o'hara")]);
  },
);

real("azuread alone cannot read it, since it asks what Exchange keeps", async () => {
  expect(await refusedPlan(world, byId("each"), "people")).toContain(
    "retrieving additional fields: unexpected status 403",
  );
});

real("where msgraph is not allowed, azuread finds other groups, and people with an apostrophe", async () => {
  const { data } = group(team);
  group(team).data = { ...data, groupTypes: [], mailEnabled: false };
  await world.deployment(byId("each"));
  const { status, output } = await byHand(world, "people", ["plan", "-input=false"]);
  expect(status).toBe(0);
  expect(output).not.toContain("does not know");
});

real(
  "a role-assignable group takes no groups, and the right that adding people needs is told when somebody is to be added",
  async () => {
    const { data } = group(team);
    group(team).data = { ...data, groupTypes: [], mailEnabled: false, isAssignableToRole: true };
    expect(
      await refusedPlan(world, file(`${existing(", groups: [devs]")}, ${owned("ada@contoso.com")}`), "people"),
    ).toContain(`"${team}" can be assigned to a role, so Entra takes no group into it`);
    const told = async (members: string) => {
      await world.deployment(file(`team: { existing: true, displayName: "${team}", members: [${members}] }`));
      return unbroken((await byHand(world, "people", ["plan", "-input=false"])).output);
    };
    expect(await told("o'hara@contoso.com, ada@contoso.com")).toContain("needs RoleManagement.ReadWrite.Directory");
    expect(await told("o'hara@contoso.com")).not.toContain("RoleManagement");
  },
);

real(
  "the last owner who is a person stays, whatever service principals own the group; another person may come instead",
  async () => {
    const { data } = group(team);
    group(team).data = { ...data, isAssignableToRole: false };
    const onlyProgram = await world.deployment(file(`${existing("")}, ${owned(terraform())}`));
    expect(unbroken(String(await onlyProgram.apply(["people"]).catch(String)))).toContain(
      "The group must have at least one owner, hence this owner cannot be removed",
    );
    await applied(world, file(`${existing("")}, ${owned(`bob@contoso.com, ${terraform()}`)}`), "people");
    expect([...store().links.of(group("devs").id, "owners")].sort()).toEqual([idOf("bob"), terraform()].sort());
  },
);
