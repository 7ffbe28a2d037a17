import { groupOwnersOf, groupsOf, isGuest } from "../../../model/users/people";
import { accessOf, withTenant } from "../../access-text";

const access = (login = "{}") =>
  accessOf(
    withTenant(
      `guests: [gus@fabrikam.com]\ngroups: { all: { groups: [devs] }, devs: { groups: [seniors], members: [gus@fabrikam.com] }, seniors: { members: [ada@contoso.com] }, ops: {} }\nlogin: ${login}`,
    ),
  );

test("a person is in the groups that list them, and in the groups that these are in", () => {
  expect(groupsOf(access(), "Ada@contoso.com")).toEqual(["all", "devs", "seniors"]);
  expect(groupsOf(access(), "gus@fabrikam.com")).toEqual(["all", "devs"]);
  expect(groupsOf(access(), "bob@contoso.com")).toEqual([]);
});

test("where only assigned groups are listed, nesting counts for nothing", () => {
  expect(groupsOf(access("{ groups: { emit: assigned } }"), "ada@contoso.com")).toEqual(["seniors"]);
});

test("a guest is one by the address or by the name in the directory", () => {
  expect(isGuest(access(), "gus@fabrikam.com")).toBe(true);
  expect(isGuest(access(), "pia_fabrikam.com#ext#@contoso.com")).toBe(true);
  expect(isGuest(access(), "ada@contoso.com")).toBe(false);
});

test("owners of groups by name, once; object IDs are nobody to look up", () => {
  const groups =
    "{ a: { owners: [Ada@contoso.com, 8f3c0a5e-6d0b-4a41-9a43-0d6f4b9f2c11] }, b: { owners: [ada@contoso.com] } }";
  expect(groupOwnersOf(accessOf(withTenant(`groups: ${groups}`)))).toEqual(["ada@contoso.com"]);
});
