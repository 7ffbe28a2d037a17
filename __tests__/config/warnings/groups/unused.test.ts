import { parseAccess } from "../../../../config/load";
import { warningsOf } from "../../../../config/warnings";
import { withGrants } from "../../../access-text";

/** The rules that warn of a file with this group, which is granted something. */
const told = (group: string) =>
  warningsOf({
    ...parseAccess(withGrants("[{ group: devs, clusterRole: view }]", `{ devs: ${group} }`), "access.yaml"),
    directory: "/srv/access",
  });

test("a group with nobody in it is told, unless only Entra knows who is", () => {
  for (const empty of ["{}", "", "{ members: [] }"]) {
    expect(told(empty)).toContainEqual(
      expect.objectContaining({
        rule: "group-without-members",
        path: "groups.devs",
        sentence: "has no members: what it is granted nobody has",
      }),
    );
  }
  for (const known of ["{ members: [ada@contoso.com] }", "{ existing: true }", "{ rule: user.x }"]) {
    expect(told(known).map(({ rule }) => rule)).not.toContain("group-without-members");
  }
});
