import { withGrants, withTenant } from "../../access-text";
import { findingsIn, found } from "./found";

const strong = (groups: string, more = "", role = "cluster-admin") =>
  `${withGrants(`[{ group: ops, clusterRole: ${role} }]`, groups)}${more}`;
const guests = "guests: [gus@fabrikam.com]\n";

test("a guest with cluster-admin is told at the guest, also by way of a group in a group", () => {
  expect(found(strong("{ ops: { members: [ada@contoso.com, gus@fabrikam.com] } }", guests), "guest-admin")).toEqual([
    "high groups.ops.members[1] is a guest and has cluster-admin on clusters.prod",
  ]);
  expect(
    found(strong("{ ops: { groups: [night] }, night: { members: [gus@fabrikam.com] } }", guests), "guest-admin"),
  ).toEqual(["high groups.night.members[0] is a guest and has cluster-admin on clusters.prod through groups.ops"]);
});

test("a guest whose token does not list the group around gets nothing by it, nor does one with view", () => {
  const assigned = `${guests}login: { groups: { emit: assigned } }\n`;
  const nested = "{ ops: { groups: [night] }, night: { members: [gus@fabrikam.com] } }";
  expect(found(strong(nested, assigned), "guest-admin")).toEqual([]);
  expect(found(strong("{ ops: { members: [gus@fabrikam.com] } }", guests, "view"), "guest-admin")).toEqual([]);
});

test("a guest with cluster-admin in namespaces is medium, unless the guest has more", () => {
  const grants = "[{ group: ops, clusterRole: cluster-admin, namespaces: [a] }]";
  const groups = "{ ops: { members: [gus@fabrikam.com] } }";
  expect(found(`${withGrants(grants, groups)}${guests}`, "guest-admin")).toEqual([
    "medium groups.ops.members[0] is a guest and has cluster-admin in namespaces on clusters.prod",
  ]);
  const both = grants.replace("]}", "] }").replace(/\]$/, ", { group: ops, clusterRole: edit }]");
  expect(found(`${withGrants(both, groups)}${guests}`, "guest-admin")).toEqual([
    "high groups.ops.members[0] is a guest and has a role as strong as cluster-admin on clusters.prod",
  ]);
});

test("a rule that asks for guests lets them in", () => {
  const ruled = (rule: string) => strong(`{ ops: { rule: '${rule}' } }`);
  expect(found(ruled('user.userType -eq "Guest"'), "guest-admin")).toEqual([
    "high groups.ops.rule lets guests into a group that has cluster-admin on clusters.prod",
  ]);
  expect(found(ruled('user.department -eq "Platform"'), "guest-admin")).toEqual([]);
});

test("an owner who is not in a strong group can get its rights; one who is in it can only let others in", () => {
  const owned = (owners: string) =>
    findingsIn(strong(`{ ops: { protected: true, members: [ada@contoso.com], owners: [${owners}] } }`))
      .filter(({ rule }) => rule === "strong-owners")
      .map(({ severity, path, sentence }) => [severity, path, sentence]);
  expect(owned("ada@contoso.com, bob@contoso.com")).toEqual([
    [
      "high",
      "groups.ops.owners",
      "lets ada@contoso.com and bob@contoso.com add anybody to this group, which has cluster-admin on clusters.prod. bob@contoso.com is not in the group, and can get its rights at any time.",
    ],
  ]);
  expect(owned("ada@contoso.com, 8f3c0a5e-6d0b-4a41-9a43-0d6f4b9f2c99")).toEqual([
    [
      "medium",
      "groups.ops.owners",
      "lets ada@contoso.com and an object ID add anybody to this group, which has cluster-admin on clusters.prod",
    ],
  ]);
});

test("owners of a group in a strong group are told, and owners of a weak one are not", () => {
  const nested = "{ ops: { groups: [night] }, night: { owners: [bob@contoso.com], members: [ada@contoso.com] } }";
  expect(found(strong(nested), "strong-owners")).toEqual([
    "high groups.night.owners lets bob@contoso.com add anybody to this group, which has cluster-admin on clusters.prod through groups.ops",
  ]);
  expect(found(strong(nested, "", "view"), "strong-owners")).toEqual([]);
});

test("owners of the application are told: high if one of them is no administrator", () => {
  const owned = (owners: string, role?: string) =>
    found(strong("{ ops: { members: [ada@contoso.com] } }", `login: { owners: [${owners}] }\n`, role), "login-owners");
  expect(owned("ada@contoso.com, bob@contoso.com")).toEqual([
    "high login.owners lets ada@contoso.com and bob@contoso.com change the application that every cluster trusts",
  ]);
  expect(owned("ada@contoso.com")).toEqual([expect.stringMatching(/^medium /)]);
  expect(owned("bob@contoso.com", "view")).toEqual([expect.stringMatching(/^medium /)]);
  expect(found(strong("{ ops: {} }"), "login-owners")).toEqual([]);
});

test("a person in no group, and a group without grants or members, are low", () => {
  const text = `${withTenant("groups: { idle: {} }")}\nusers: { bob@contoso.com: {} }\n`;
  expect(findingsIn(text).map(({ severity, rule, path }) => [severity, rule, path])).toEqual([
    ["low", "group-without-grants", "groups.idle"],
    ["low", "group-without-members", "groups.idle"],
    ["low", "person-in-no-group", 'users["bob@contoso.com"]'],
  ]);
});
