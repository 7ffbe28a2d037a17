import { account, appliedToPeople, leaving, made, peopleFile, swapStates, writes } from "./accounts";
import { refusedPlan } from "./refused-plan";
import { testWorld } from "./test-world";

const nora = made("nora");
const otto = made("otto");
const ofA = peopleFile(`{ ${nora}, ${otto} }`);
const ofB = peopleFile(`{ ${made("bea")} }`);

const { real, world } = testWorld(ofA, { deployed: ["users", "leavers"] });

const enabled = (...names: string[]) => names.map((name) => account(world, name)?.["accountEnabled"]);

real("a second access file with the same login never touches the people of the first", async () => {
  await swapStates(world, "a");
  await appliedToPeople(world, ofB);
  expect(enabled("nora", "otto", "bea")).toEqual([true, true, true]);
  const left = peopleFile("{ bea@contoso.com: { left: true } }", "[]", "allow: [delete-users]\n");
  await (await world.deployment(left)).apply(["users", "leavers"]);
  expect(account(world, "bea")).toBeUndefined();
  expect(enabled("nora", "otto")).toEqual([true, true]);
});

real("a person whom another file made is refused in the plan, and the sentence says what to do", async () => {
  const before = writes(world).length;
  expect(await refusedPlan(world, ofA, "users")).toContain(
    "These people have accounts that another access file made, or a state that is lost, or an older release: nora@contoso.com, otto@contoso.com. If another file keeps them, take create out. If this file did, write allow: [take-over-users] for one deployment: the accounts are its own from then on.",
  );
  expect(writes(world).slice(before)).toEqual([]);
});

real("the first file's leavers are its own", async () => {
  await swapStates(world, "b", "a");
  await appliedToPeople(world, peopleFile(`{ ${otto} }`));
  expect(enabled("nora", "otto")).toEqual([false, true]);
});

real("who lost the state takes the accounts over with one word, and they stay as they are", async () => {
  await swapStates(world, "lost");
  const taking = peopleFile(`{ ${otto} }`, "[]", "allow: [take-over-users]\n");
  await (await world.deployment(taking)).apply(["users", "people", "leavers"]);
  expect(enabled("nora", "otto")).toEqual([false, true]);
  const deployment = await world.deployment(peopleFile(`{ ${otto} }`));
  await deployment.apply(["users"]);
  expect(await deployment.plan(["users", "leavers"])).toBe(false);
  const disabled = leaving(world, "otto");
  expect(await appliedToPeople(world, peopleFile(`{ ${made("pia")} }`))).toMatchObject({ [disabled]: "create" });
  expect(enabled("nora", "otto")).toEqual([false, false]);
});

real("accounts of a release that knew them by the name of the login are taken over in the same way", async () => {
  const entry = world.sandbox.directory.store.find("users", "pia@contoso.com");
  entry.data = { ...entry.data, employeeType: "made by eks" };
  expect(await refusedPlan(world, peopleFile(`{ ${made("pia")} }`), "users")).toContain("pia@contoso.com.");
  const taking = peopleFile(`{ ${made("pia")} }`, "[]", "allow: [take-over-users]\n");
  await (await world.deployment(taking)).apply(["users"]);
  expect(account(world, "pia")).toMatchObject({
    accountEnabled: true,
    employeeType: expect.stringMatching(/^entra-eks [0-9a-f]{32} \d{14}$/) as string,
  });
});
