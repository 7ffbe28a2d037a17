import { accessOf, withGrants } from "../access-text";
import { applied as appliedTo } from "./applied";
import { graphByHand } from "./graph-by-hand";
import { refusedPlan } from "./refused-plan";
import { byHand } from "./stack-by-hand";
import { testWorld } from "./test-world";

const file = (guests: string, members: string, login = "{ guests: true }") =>
  accessOf(
    `${withGrants("[{ group: devs, clusterRole: view }]", `{ devs: { members: ${members} } }`)}guests: ${guests}\nlogin: ${login}\n`,
  );
const access = file(
  "[gus@fabrikam.com, { mail: Pia@fabrikam.com, send: true }]",
  "[ada@contoso.com, gus@fabrikam.com]",
);
const onlyPia = file("[pia@fabrikam.com]", "[ada@contoso.com]");

const listPods = { verb: "list", resource: "pods", namespace: "default" };
const gus = "msgraph_resource_action.gus_40_fabrikam_2e_com";
const { real, world } = testWorld(access);

/** Deploys a file: what happens to invitations, and then to groups. */
async function applied(changed: typeof access): Promise<Record<string, string>> {
  return { ...(await appliedTo(world, changed, "users")), ...(await appliedTo(world, changed, "people")) };
}

const users = () => world.sandbox.directory.all("users");
const guest = (mail: string) => users().find((user) => user["mail"] === mail);
const membersOfDevs = () => {
  const { directory } = world.sandbox;
  const { id } = directory.all("groups").find(({ displayName }) => displayName === "devs")!;
  return directory
    .membersOf(id)
    .map((member) => users().find((user) => user.id === member)?.["mail"])
    .sort();
};
const invitations = () => world.sandbox.graph.log.filter(({ path }) => path.endsWith("/invitations"));

real("guests are invited and in their groups after one deployment, and the second plan is empty", async () => {
  const deployment = await world.deployment();
  await deployment.apply();
  expect(await deployment.plan()).toBe(false);
  expect(guest("gus@fabrikam.com")).toMatchObject({ userType: "Guest" });
  expect(membersOfDevs()).toEqual(["ada@contoso.com", "gus@fabrikam.com"]);
  expect(invitations()).toHaveLength(2);
});

real("the API server knows a guest by the claim that login.guests asks for", async () => {
  expect(await world.sandbox.may("gus@fabrikam.com", "prod", listPods)).toBe("yes");
  expect(await world.sandbox.may("pia@fabrikam.com", "prod", listPods)).toBe("no");
});

real(
  "a guest who leaves the file leaves the group, and stays in the directory; back again, it is the same guest",
  async () => {
    const { id } = guest("gus@fabrikam.com")!;
    expect(await applied(onlyPia)).toEqual({
      [gus]: "delete",
      [`${gus}__arrived`]: "delete",
      "azuread_group.devs": "update",
    });
    expect(guest("gus@fabrikam.com")?.id).toBe(id);
    expect(membersOfDevs()).toEqual(["ada@contoso.com"]);
    expect(await applied(access)).toEqual({
      [gus]: "create",
      [`${gus}__arrived`]: "create",
      "azuread_group.devs": "update",
    });
    expect(guest("gus@fabrikam.com")?.id).toBe(id);
    expect(membersOfDevs()).toEqual(["ada@contoso.com", "gus@fabrikam.com"]);
  },
);

real(
  "a guest who is gone from the directory breaks no plan, is named, and is not invited behind anybody's back",
  async () => {
    expect(await graphByHand(world.sandbox, "DELETE", `/users/${guest("gus@fabrikam.com")!.id}`)).toBe(204);
    const before = invitations().length;
    expect(await applied(access)).toEqual({});
    const { output } = await byHand(world, "people", ["output", "-json", "unknown_members"]);
    expect(JSON.parse(output)).toEqual(["gus@fabrikam.com"]);
    expect(invitations()).toHaveLength(before);
  },
);

real("taken out of the file and put back, the guest is invited anew", async () => {
  await applied(onlyPia);
  expect(await applied(access)).toEqual({
    [gus]: "create",
    [`${gus}__arrived`]: "create",
    "azuread_group.devs": "update",
  });
  expect(membersOfDevs()).toEqual(["ada@contoso.com", "gus@fabrikam.com"]);
});

real("who is a member of the directory is refused in words, before anybody is invited", async () => {
  const before = invitations().length;
  expect(await refusedPlan(world, file("[ada@contoso.com]", "[]"), "users")).toContain(
    "ada@contoso.com is a member of this directory, not a guest: take the address out of guests, and name the person under members as ada@contoso.com.",
  );
  expect(invitations()).toHaveLength(before);
});

real("destroying leaves the guests where they are", async () => {
  await (await world.deployment(access)).destroy();
  expect([guest("gus@fabrikam.com"), guest("pia@fabrikam.com")]).toMatchObject([
    { userType: "Guest" },
    { userType: "Guest" },
  ]);
});
