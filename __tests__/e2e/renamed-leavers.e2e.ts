import { account, appliedToPeople, leaving, made, peopleFile } from "./accounts";
import { graphByHand } from "./graph-by-hand";
import { refusedPlan } from "./refused-plan";
import { testWorld } from "./test-world";

const nora = made("nora");
const access = peopleFile(`{ ${made("otto")} }`, "[otto@contoso.com]");

const { real, world } = testWorld(access, { deployed: ["users", "people", "leavers"] });

real("whoever was renamed in the directory is not taken for somebody who left", async () => {
  const { id } = account(world, "otto")!;
  const rename = (name: string) => graphByHand(world.sandbox, "PATCH", `/users/${id}`, { userPrincipalName: name });
  expect(await rename("o.other@contoso.com")).toBe(204);
  for (const stack of ["users", "leavers"]) {
    expect(await refusedPlan(world, access, stack)).toContain(
      "Somebody under users has another user principal name in the directory now: o.other@contoso.com.",
    );
  }
  await appliedToPeople(world, peopleFile(`{ ${made("o.other", "Otto")} }`));
  expect(account(world, "o.other")).toMatchObject({ id, accountEnabled: true });
});

real("the last one who was made leaves with left: true", async () => {
  const disabled = leaving(world, "o.other");
  const left = peopleFile("{ o.other@contoso.com: { left: true } }");
  expect(await appliedToPeople(world, left)).toMatchObject({ [disabled]: "create" });
  expect(account(world, "o.other")).toMatchObject({ accountEnabled: false });
});

real("an account that was deleted by hand breaks no plan, and is not made again", async () => {
  await appliedToPeople(world, peopleFile(`{ ${nora} }`));
  expect(await graphByHand(world.sandbox, "DELETE", `/users/${account(world, "nora")!.id}`)).toBe(204);
  expect(await appliedToPeople(world, peopleFile(`{ ${nora} }`))).toEqual({});
  expect(account(world, "nora")).toBeUndefined();
});
