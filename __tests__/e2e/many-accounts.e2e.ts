import { account, made, peopleFile } from "./accounts";
import { refusedPlan } from "./refused-plan";
import { testWorld } from "./test-world";

const names = Array.from({ length: 150 }, (_, index) => `p${String(index + 100)}`);
const file = (people: readonly string[]) => peopleFile(`{ ${people.map((name) => made(name)).join(", ")} }`);
const access = file(names);

const { real, world } = testWorld(access);

real("150 accounts are made, and the second plan is empty", async () => {
  const deployment = await world.deployment();
  await deployment.apply(["users", "leavers"]);
  expect(await deployment.plan(["users", "leavers"])).toBe(false);
  expect(names.filter((name) => account(world, name) === undefined)).toEqual([]);
});

real("of the last two one leaves: that account is disabled, and no other", async () => {
  const gone = "p248";
  await (await world.deployment(file(names.filter((name) => name !== gone)))).apply(["users", "leavers"]);
  expect(names.filter((name) => account(world, name)?.["accountEnabled"] !== true)).toEqual([gone]);
});

real(
  "more accounts than a page holds are refused in words, and nobody is taken for somebody who is not there",
  async () => {
    const { store } = world.sandbox.directory;
    const { data } = store.find("users", "p100@contoso.com");
    for (let index = 0; index < 850; index += 1) {
      const id = `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`;
      store.create("users", { ...data, id, userPrincipalName: `q${String(index)}@contoso.com` });
    }
    for (const stack of ["users", "leavers"]) {
      expect(await refusedPlan(world, access, stack)).toContain(
        "The directory has 1000 accounts that this access file made, and no more than 999 can be looked up. Delete those of people who left in Entra, or make people in another way.",
      );
    }
  },
);
