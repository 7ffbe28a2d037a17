import { file } from "../../../stability/edits";
import { compared } from "./compared";

const nora = "  nora@contoso.com: { create: { displayName: Nora } }\n";
const withNora = file.replace("users:\n", `users:\n${nora}`);
const way =
  "put the entry back as { left: true }, run npx cdktf deploy '{users,people,login,attributes,leavers}', then delete it.";

test("nothing disables the account of the last created person, and the way is told in place of a cost", () => {
  const { leftBehind, costs } = compared(withNora, file);
  expect(leftBehind).toEqual([
    `The access file has no stack leavers any more, so nothing disables the account of nora@contoso.com: ${way}`,
  ]);
  expect(costs).toEqual([]);
});

test("nor does anything delete it where the file says so", () => {
  const allow = "allow: [delete-users]\n";
  const { leftBehind, costs } = compared(withNora + allow, file + allow);
  expect(leftBehind).toEqual([
    `The access file has no stack leavers any more, so nothing deletes the account of nora@contoso.com: ${way}`,
  ]);
  expect(costs).toEqual([]);
});

test("while others are made, the account is disabled and nothing stays", () => {
  const others = file.replace("users:\n", "users:\n  olga@contoso.com: { create: { displayName: Olga } }\n");
  const both = others.replace("users:\n", `users:\n${nora}`);
  expect(compared(both, others)).toMatchObject({
    leftBehind: [],
    costs: [{ sentence: "The account of nora@contoso.com is disabled." }],
  });
});
