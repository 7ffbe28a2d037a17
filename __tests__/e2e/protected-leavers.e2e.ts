import { accessOf, withTenant } from "../access-text";
import { account, changeAccount, made } from "./accounts";
import { unbroken } from "./stack-by-hand";
import { testWorld } from "./test-world";

const file = (users: string, members: string, more = "") =>
  accessOf(withTenant(`users: ${users}\ngroups: { rescue: { protected: true, members: ${members} } }\n${more}`));
const nora = made("nora");
const otto = made("otto");
const access = file(`{ ${nora}, ${otto} }`, "[nora@contoso.com, otto@contoso.com]");
const withoutNora = (more = "") => file(`{ ${otto} }`, "[otto@contoso.com]", more);

const stacks = ["users", "people", "leavers"];
const { real, world } = testWorld(access, { deployed: stacks });

const members = () => {
  const { directory } = world.sandbox;
  return directory.membersOf(directory.all("groups").find(({ displayName }) => displayName === "rescue")!.id);
};

real("while somebody is in a protected group the account cannot be disabled, and Graph's words are shown", async () => {
  const deployment = await world.deployment(withoutNora());
  const said = unbroken(String(await deployment.apply(["users", "leavers"]).catch(String)));
  expect(said).toContain("Authorization_RequestDenied");
  expect(said).toContain("Insufficient privileges to complete the operation.");
  expect(account(world, "nora")).toMatchObject({ accountEnabled: true });
});

real("in one deployment whoever leaves is taken out of the protected group, and disabled then", async () => {
  const deployment = await world.deployment(withoutNora());
  await deployment.apply(stacks);
  expect(members()).toEqual([account(world, "otto")!.id]);
  expect(account(world, "nora")).toMatchObject({ accountEnabled: false });
  expect(await deployment.plan(stacks)).toBe(false);
});

real("whoever comes back is enabled, and in the group then; another name is no sensitive change", async () => {
  await (await world.deployment(access)).apply(stacks);
  expect(account(world, "nora")).toMatchObject({ accountEnabled: true });
  expect(members()).toContain(account(world, "nora")!.id);
  const renamed = file(`{ ${made("nora", "Nora Newer")}, ${otto} }`, "[nora@contoso.com, otto@contoso.com]");
  await (await world.deployment(renamed)).apply(["users"]);
  expect(account(world, "nora")).toMatchObject({ displayName: "Nora Newer" });
});

real("with allow: [delete-users] too, whoever leaves is out of the protected group first", async () => {
  await (await world.deployment(withoutNora("allow: [delete-users]\n"))).apply(stacks);
  expect(account(world, "nora")).toBeUndefined();
  expect(members()).toEqual([account(world, "otto")!.id]);
});

real("who is synchronized from Active Directory now stops nobody, and is named", async () => {
  changeAccount(world, "otto", { onPremisesSyncEnabled: true });
  await (await world.deployment(file(`{ ${made("pia")} }`, "[pia@contoso.com]"))).apply(stacks);
  expect(account(world, "otto")).toMatchObject({ accountEnabled: true });
});
