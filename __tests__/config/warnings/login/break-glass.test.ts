import { withGrants } from "../../../access-text";
import { warningsIn } from "../../../printed-warnings";

const id = "11111111-2222-4333-8444-555555555555";
const told = (groups: string, grants: string, breakGlass = "rescue") =>
  warningsIn(
    `${withGrants(grants, groups)}guests: [gus@fabrikam.com]\nlogin: { guests: true, conditionalAccess: { mfa: true, breakGlass: ${breakGlass} } }\n`,
  )
    .filter((line) => line.includes("breakGlass"))
    .map((line) => line.replace(/^.* which /, "").replace(/: no policy applies.*/, ""));
const view = "[{ group: devs, clusterRole: view }]";

test.each([
  ["has a rule, so that Entra lets people in by it", "{ devs: {}, rescue: { rule: user.x } }", view],
  [
    "is granted something on a cluster",
    "{ devs: {}, rescue: { members: [b@contoso.com] } }",
    "[{ group: rescue, clusterRole: view }]",
  ],
  ["holds groups.devs", "{ devs: {}, rescue: { groups: [inner] }, inner: { groups: [devs] } }", view],
  ["holds guests", "{ devs: {}, rescue: { members: [gus@fabrikam.com] } }", view],
  [
    "holds a person who is in granted groups too",
    "{ devs: { members: [ada@contoso.com] }, rescue: { members: [ada@contoso.com] } }",
    view,
  ],
])("a break-glass group that %s is warned about", (reason, groups, grants) => {
  expect(told(groups, grants)).toEqual([reason]);
});

test("one that is named by object ID is the group of the file with that ID", () => {
  expect(told(`{ devs: { existing: ${id} } }`, view, id.toUpperCase())).toEqual(["is granted something on a cluster"]);
});

test("a few accounts for emergencies alone are what it is for", () => {
  expect(told("{ devs: { members: [ada@contoso.com] }, rescue: { members: [b@contoso.com] } }", view)).toEqual([]);
});
