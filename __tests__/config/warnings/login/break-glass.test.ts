import { withGrants } from "../../../access-text";
import { warningsIn } from "../../../printed-warnings";

const id = "11111111-2222-4333-8444-555555555555";
const told = (groups: string, grants: string, breakGlass = "rescue") =>
  warningsIn(
    `${withGrants(grants, groups)}guests: [gus@fabrikam.com]\nlogin: { guests: true, conditionalAccess: { mfa: true, breakGlass: ${breakGlass} } }\n`,
  )
    .filter((line) => line.includes("breakGlass"))
    .map((line) => line.replace(/^.*, a group that /, "").replace(/\. No policy applies.*/, ""));
const view = "[{ group: devs, clusterRole: view }]";

test.each([
  ["gets its members by a rule", "{ devs: {}, rescue: { rule: user.x } }", view],
  [
    "has a grant on a cluster",
    "{ devs: {}, rescue: { members: [b@contoso.com] } }",
    "[{ group: rescue, clusterRole: view }]",
  ],
  ["contains groups.devs", "{ devs: {}, rescue: { groups: [inner] }, inner: { groups: [devs] } }", view],
  ["contains guests", "{ devs: {}, rescue: { members: [gus@fabrikam.com] } }", view],
  [
    "contains a person who is in groups with grants too",
    "{ devs: { members: [ada@contoso.com] }, rescue: { members: [ada@contoso.com] } }",
    view,
  ],
])("a break-glass group that %s is warned about", (reason, groups, grants) => {
  expect(told(groups, grants)).toEqual([reason]);
});

test("one that is named by object ID is the group of the file with that ID", () => {
  expect(told(`{ devs: { existing: ${id} } }`, view, id.toUpperCase())).toEqual(["has a grant on a cluster"]);
});

test("a few accounts for emergencies alone are what it is for", () => {
  expect(told("{ devs: { members: [ada@contoso.com] }, rescue: { members: [b@contoso.com] } }", view)).toEqual([]);
});
