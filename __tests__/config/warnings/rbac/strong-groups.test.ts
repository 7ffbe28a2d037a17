import { withGrants } from "../../../access-text";
import { quietLogin, warningsIn } from "../../../printed-warnings";

const id = "11111111-2222-4333-8444-555555555555";
const told = (grants: string, groups?: string, more = "", roles?: string) =>
  warningsIn(`${withGrants(grants, groups, roles)}${quietLogin}${more}`).map((line) => line.replace(/^\S+ /, ""));
const admins = "[{ group: admins, clusterRole: cluster-admin }]";

test("a group in a group with cluster-admin is named, and is not said to be granted nothing", () => {
  const groups = `{ admins: { groups: [ops, outside] }, ops: {}, outside: { existing: ${id} } }`;
  const file = (login: string) => `${withGrants(admins, groups)}${login}allow: [existing-cluster-admin]\n`;
  const found = warningsIn(file("")).map((line) => line.replace(/^\S+ /, ""));
  expect(found).toEqual(
    expect.arrayContaining([
      "groups.ops has cluster-admin on clusters.prod through groups.admins, and others can add people to it. The owners of the group, and every Groups or User Administrator of the tenant, can add anybody until the next deployment of people. protected: true prevents that, but creates the group again.",
      "groups.outside has cluster-admin on clusters.prod through groups.admins, and others can add people to it. The owners of the group, and every Groups or User Administrator of the tenant, can add anybody, and this file does not show it.",
    ]),
  );
  expect(found.join("\n")).not.toContain("has no grant on any cluster");
  // Tokens then list no group around another one.
  expect(warningsIn(file(quietLogin)).join("\n")).not.toContain("through groups.admins");
});

test("a group that is found by its name and has cluster-admin should be found by its object ID", () => {
  const found = (existing: string) =>
    told(admins, `{ admins: { existing: ${existing} } }`, "allow: [existing-cluster-admin]\n").filter((one) =>
      one.startsWith("groups.admins.existing"),
    );
  expect(found("true")).toEqual([
    "groups.admins.existing is true, so the program finds this group, which is as strong as cluster-admin, by its display name. Anybody who can create a group can give it the same name. Write the object ID of the group instead.",
  ]);
  expect(found(id)).toEqual([]);
});

test("a role that only the cluster knows is warned about once where it reaches the whole cluster", () => {
  const roles = "{ theirs: { existing: true } }";
  expect(
    told(
      "[{ group: devs, clusterRole: theirs }]",
      "{ devs: { members: [ada@contoso.com] }, ops: { members: [bob@contoso.com] } }",
      "",
      roles,
    )[1],
  ).toBe(
    'clusters.prod.grants[0].clusterRole is "theirs" on the whole cluster, and only the cluster knows what that role allows. It may be as strong as cluster-admin.',
  );
  const twice = "[{ group: devs, clusterRole: theirs }, { group: ops, clusterRole: theirs }]";
  expect(
    told(twice, "{ devs: { members: [ada@contoso.com] }, ops: { members: [bob@contoso.com] } }", "", roles),
  ).toHaveLength(1);
  expect(told("[{ group: devs, role: theirs, namespaces: [a] }]", undefined, "", roles)).toEqual([]);
});

test("edit and admin in namespaces are told once for all grants", () => {
  const grants =
    "[{ group: devs, clusterRole: edit, namespaces: [a] }, { group: devs, clusterRole: admin, namespaces: [b] }, { group: ops, clusterRole: edit, namespaces: [c] }]";
  expect(told(grants, "{ devs: { members: [ada@contoso.com] }, ops: { members: [bob@contoso.com] } }")).toEqual([
    'clusters.prod.grants[0].clusterRole is "edit" (and in 2 more grants), which can read every secret and use every service account in its namespaces. So it has the rights of the strongest of them. Keep stronger service accounts in other namespaces.',
  ]);
});

test("a role of the file as strong as cluster-admin opens its group to others as cluster-admin does", () => {
  const roles =
    "{ proxy: { allow: [nodes-proxy], rules: [{ apiGroups: [''], resources: [nodes/proxy], verbs: [get] }] } }";
  expect(told("[{ group: devs, clusterRole: proxy }]", undefined, "", roles)).toEqual([
    expect.stringMatching(
      /^groups.devs has a role as strong as cluster-admin on clusters.prod, and others can add people to it/,
    ),
  ]);
});
