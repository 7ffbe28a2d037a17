import { account, action, appliedToPeople, arrival, leaving, made, peopleFile } from "./accounts";
import { applied } from "./applied";
import { hal } from "./everything";
import { refusedPlan } from "./refused-plan";
import { testWorld } from "./test-world";

const nora = made("nora");
const otto = made("otto");
const access = peopleFile(`{ ${nora}, ${otto} }`, "[nora@contoso.com, otto@contoso.com]");
const withoutNora = peopleFile(`{ ${otto} }`, "[otto@contoso.com]");

const { real, world } = testWorld(access, {
  more: { users: [hal] },
  deployed: ["users", "people", "leavers"],
});

real("whoever leaves the file is disabled, not deleted, and nobody else is touched", async () => {
  const { id } = account(world, "nora")!;
  const disabled = leaving(world, "nora");
  expect(await appliedToPeople(world, withoutNora)).toEqual({
    [action("nora")]: "delete",
    [arrival("nora")]: "delete",
    [disabled]: "create",
    "terraform_data.nora_40_contoso_2e_com": "delete",
  });
  expect(account(world, "nora")).toMatchObject({ id, accountEnabled: false });
  for (const name of ["otto", "hal"]) expect(account(world, name)).toMatchObject({ accountEnabled: true });
});

real(
  "whoever comes back is the same account, enabled again, and is disabled once more after leaving again",
  async () => {
    const { id } = account(world, "nora")!;
    await applied(world, access, "users");
    expect(account(world, "nora")).toMatchObject({ id, accountEnabled: true });
    const disabled = leaving(world, "nora");
    // The stack leavers was not deployed in between.
    expect(await appliedToPeople(world, withoutNora)).toMatchObject({ [disabled]: "create" });
    expect(account(world, "nora")).toMatchObject({ id, accountEnabled: false });
  },
);

real("with allow: [delete-users] only who leaves from then on is deleted; the plan after that forgets", async () => {
  await applied(world, peopleFile(`{ ${otto}, ${made("pia")} }`), "users");
  const [nora, pia] = [account(world, "nora")!, account(world, "pia")!];
  const deployment = await world.deployment(peopleFile(`{ ${otto} }`, "[]", "allow: [delete-users]\n"));
  await deployment.apply(["users", "leavers"]);
  expect(account(world, "pia")).toBeUndefined();
  expect(world.sandbox.directory.store.deleted.has(pia.id)).toBe(true);
  expect(account(world, "nora")).toMatchObject({ id: nora.id, accountEnabled: false });
  await deployment.apply(["leavers"]);
  expect(await deployment.plan(["users", "leavers"])).toBe(false);
});

real("nobody leaves before the stack users knows of it", async () => {
  expect(await refusedPlan(world, peopleFile(`{ ${made("pia")} }`), "leavers")).toContain(
    "The stack users does not know yet that otto@contoso.com has left. Deploy users and people first: npx cdktf deploy '{users,people}'",
  );
});
