import { argocd, withClients } from "../../../clients-text";
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

test("a group that a client gives a role is of use, and so is one inside it", () => {
  const text = withClients({ argocd: argocd.replace("[devs]", "[outer]") }).replace(
    "groups: { devs: { members: [ada@contoso.com] } }",
    "groups: { devs: { members: [ada@contoso.com] }, outer: { groups: [inner] }, inner: {}, idle: {} }",
  );
  const unused = findingsIn(text).filter(({ rule }) => rule === "group-without-grants");
  expect(unused.map(({ path }) => path)).toEqual(["groups.idle"]);
});
