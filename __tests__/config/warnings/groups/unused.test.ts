import { withGrants } from "../../../access-text";
import { findingsIn } from "../../../printed-warnings";

/** The rules that warn of a file with this group, which is granted something. */
const told = (group: string) => findingsIn(withGrants("[{ group: devs, clusterRole: view }]", `{ devs: ${group} }`));

test("a group with nobody in it is told, unless only Entra knows who is", () => {
  for (const empty of ["{}", "", "{ members: [] }"]) {
    expect(told(empty)).toContainEqual(
      expect.objectContaining({
        rule: "group-without-members",
        path: "groups.devs",
        sentence: "has no members, so nobody gets what it is granted",
      }),
    );
  }
  for (const known of ["{ members: [ada@contoso.com] }", "{ existing: true }", "{ rule: user.x }"]) {
    expect(told(known).map(({ rule }) => rule)).not.toContain("group-without-members");
  }
});
