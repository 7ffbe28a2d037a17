import { account, action, arrival, changeAccount, made, peopleFile, writes } from "./accounts";
import { applied } from "./applied";
import { hal } from "./everything";
import { byHand, unbroken } from "./stack-by-hand";
import { testWorld } from "./test-world";

const nora = made("nora", "Nora New");
const otto = made("otto");
const access = peopleFile(`{ ${nora}, ${otto} }`, "[nora@contoso.com, otto@contoso.com]");
const renamed = peopleFile(`{ ${nora.replace("Nora New", "Nora Newer")}, ${otto} }`);

const { real, world } = testWorld(access, {
  more: { users: [hal] },
});

/** The first password of somebody, as docs/guests-and-new-people.md has it read out of the state. */
async function firstPassword(userPrincipalName: string): Promise<string | undefined> {
  const { stdout } = await byHand(world, "users", ["show", "-json"]);
  const { values } = JSON.parse(stdout) as { values: { root_module: { resources: readonly Resource[] } } };
  const bodies = values.root_module.resources.map((resource) => resource.values.body);
  return bodies.find((body) => body?.userPrincipalName === userPrincipalName)?.passwordProfile?.password;
}

interface Resource {
  readonly values: {
    readonly body?: { readonly userPrincipalName?: string; readonly passwordProfile?: { readonly password: string } };
  };
}

real("people are made, put into their groups, and the second plan is empty", async () => {
  const deployment = await world.deployment();
  await deployment.apply(["users", "people", "leavers"]);
  expect(await deployment.plan(["users", "people", "leavers"])).toBe(false);
  expect(account(world, "nora")).toMatchObject({
    accountEnabled: true,
    displayName: "Nora New",
    userType: "Member",
    employeeType: expect.stringMatching(/^entra-eks [0-9a-f]{32} \d{14}$/) as string,
  });
  const { directory } = world.sandbox;
  const { id } = directory.all("groups")[0]!;
  expect([...directory.membersOf(id)].sort()).toEqual([account(world, "nora")!.id, account(world, "otto")!.id].sort());
});

real("a plan shows no password, and the state gives it to who deploys", async () => {
  const password = await firstPassword("nora@contoso.com");
  expect(password).toMatch(/^Aa1-[0-9a-f-]{36}$/);
  expect(await firstPassword("otto@contoso.com")).not.toBe(password);
  await world.deployment(renamed);
  const plan = await byHand(world, "users", ["plan", "-input=false"]);
  const shown = await byHand(world, "users", ["show"]);
  for (const { output } of [plan, shown]) expect(output).not.toContain(password);
});

real("another name changes the account and nothing else of it: who was blocked by others stays blocked", async () => {
  changeAccount(world, "nora", { accountEnabled: false });
  const before = writes(world).length;
  expect(await applied(world, renamed, "users")).toEqual({
    [action("nora")]: "delete+create",
    [arrival("nora")]: "delete+create",
    "terraform_data.nora_40_contoso_2e_com": "delete+create",
  });
  expect(account(world, "nora")).toMatchObject({ displayName: "Nora Newer", accountEnabled: false });
  expect(
    writes(world)
      .slice(before)
      .map(({ method }) => method),
  ).toEqual(["PATCH"]);
  const { output } = await byHand(world, "users", ["plan", "-input=false"]);
  expect(unbroken(output)).toContain(
    "Others have blocked the accounts of these people, and this program enables only whom it disabled itself: nora@contoso.com.",
  );
});

real("a run that was lost after it had made somebody is healed by the next: the same account, as it is", async () => {
  const { id } = account(world, "nora")!;
  expect(await byHand(world, "users", ["state", "rm", action("nora")])).toMatchObject({ status: 0 });
  expect(await applied(world, access, "users")).toMatchObject({ [action("nora")]: "create" });
  expect(account(world, "nora")).toMatchObject({ id, displayName: "Nora New", accountEnabled: false });
});

real("somebody who is there already and was not made here is refused, and left alone", async () => {
  const deployment = await world.deployment(peopleFile(`{ ${nora}, ${otto}, ${made("hal", "H")} }`));
  const said = unbroken(String(await deployment.apply(["users"]).catch(String)));
  expect(said).toContain("Another object with the same value for property userPrincipalName already exists.");
  expect(account(world, "hal")).toMatchObject({ displayName: "Hal", employeeType: null });
});

real("who writes employeeType takes somebody away from this file, and is told how to give them back", async () => {
  const { employeeType } = account(world, "otto") as unknown as { employeeType: string };
  changeAccount(world, "otto", { employeeType: "Contractor" });
  await world.deployment(access);
  const { status, output } = await byHand(world, "users", ["plan", "-input=false"]);
  expect(status).toBe(0);
  const mark = employeeType.split(" ").slice(0, 2).join(" ");
  expect(unbroken(output)).toContain(
    `without the mark of this access file, so it neither renames nor disables them: otto@contoso.com. If this file made them, set employeeType to "${mark}" again`,
  );
});

real("destroying leaves accounts as they are", async () => {
  await (await world.deployment(access)).destroy(["users", "people", "leavers"]);
  expect(account(world, "otto")).toMatchObject({ accountEnabled: true });
});
