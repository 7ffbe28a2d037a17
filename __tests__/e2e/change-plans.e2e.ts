import { accessOf, tenant, withTenant } from "../access-text";
import { compareChanges, edited, type Change } from "./change-plans";
import { testWorld } from "./test-world";

const stage = `
  stage:
    eks: { name: stage-eks, region: eu-central-1 }
    grants: [{ group: devs, clusterRole: edit, namespaces: [team-a] }, { group: devs, role: logs, namespaces: [team-a] }]`;

const first = withTenant(`
login: { name: eks, guests: true }
allow: [replace-association]
groups:
  admins: { members: [ada@contoso.com] }
  devs: { displayName: Developers, members: [bob@contoso.com, carol@contoso.com] }
  friends: { existing: true, displayName: Friends, members: [ada@contoso.com] }
attributes: { team: {} }
users:
  ada@contoso.com: { attributes: { team: a } }
  bob@contoso.com: { attributes: { team: b } }
roles:
  logs: { rules: [{ apiGroups: [""], resources: [pods/log], verbs: [get] }] }
  nodes: { rules: [{ apiGroups: [""], resources: [nodes], verbs: [list] }] }
clusters:
  prod:
    eks: { name: prod-eks, region: eu-central-1 }
    grants:
      - { group: admins, clusterRole: cluster-admin }
      - { group: devs, clusterRole: view, namespaces: [team-a] }
terraform: { providers: { aws: ">= 5.0" } }
`);

const changes: readonly Change[] = [
  ["a member comes", ["[ada@contoso.com] }\n  devs", "[ada@contoso.com, dave@contoso.com] }\n  devs"]],
  ["a member goes", ["[bob@contoso.com, carol@contoso.com]", "[carol@contoso.com]"]],
  [
    "members of an existing group come",
    ["Friends, members: [ada@", "Friends, members: [bob@contoso.com, dave@contoso.com, ada@"],
  ],
  ["a member of an existing group goes", ["Friends, members: [bob@contoso.com, ", "Friends, members: ["]],
  ["members change places", ["[dave@contoso.com, ada@contoso.com]", "[ada@contoso.com, dave@contoso.com]"]],
  ["a namespace comes", ["view, namespaces: [team-a]", "view, namespaces: [team-a, team-b]"]],
  ["a grant gets another role", ["clusterRole: view", "clusterRole: admin"]],
  ["a role is granted first", ["    grants:\n", "    grants:\n      - { group: devs, clusterRole: nodes }\n"]],
  ["a role's rule changes", ["resources: [nodes], verbs: [list]", "resources: [nodes], verbs: [get, list]"]],
  ["a group's display name changes", ["displayName: Developers", "displayName: Engineers"]],
  ["a cluster comes", ["\nterraform:", `${stage}\nterraform:`]],
  ["a group becomes protected", ["displayName: Engineers", "protected: true, displayName: Engineers"]],
  [
    "a group with a grant comes",
    ["groups:\n", "groups:\n  auditors: { members: [bob@contoso.com] }\n"],
    ["    grants:\n", "    grants:\n      - { group: auditors, clusterRole: view }\n"],
  ],
  ["a group comes into another", ["auditors: { members", "auditors: { groups: [admins], members"]],
  ["the prefix of user names changes", ["{ name: eks, ", '{ name: eks, username: { prefix: "aad:" }, ']],
  ["the prefix of groups changes", ["{ name: eks, ", '{ name: eks, groups: { prefix: "aad:" }, ']],
  [
    "a required claim comes",
    [
      "    eks: { name: stage-eks, region: eu-central-1 }\n",
      `    eks: { name: stage-eks, region: eu-central-1 }\n    requiredClaims: { tid: ${tenant} }\n`,
    ],
  ],
  [
    "the association gets tags",
    [
      "    eks: { name: stage-eks, region: eu-central-1 }\n",
      "    eks: { name: stage-eks, region: eu-central-1 }\n    tags: { team: a }\n",
    ],
  ],
  ["an attribute's value changes", ["{ team: b }", "{ team: c }"]],
  ["an attribute comes", ["attributes: { team: {} }", "attributes: { team: {}, level: {} }"]],
  ["only assigned groups are in tokens", ['groups: { prefix: "aad:" }', 'groups: { emit: assigned, prefix: "aad:" }']],
  [
    "a guest and a new person come",
    ["users:\n", "guests: [gus@fabrikam.com]\nusers:\n  nora@contoso.com: { create: { displayName: Nora } }\n"],
    [
      "auditors: { groups: [admins], members: [",
      "auditors: { groups: [admins], members: [gus@fabrikam.com, nora@contoso.com, ",
    ],
  ],
  ["a person is renamed", ["displayName: Nora", "displayName: Nora New"]],
  [
    "a person leaves",
    ["{ create: { displayName: Nora New } }", "{ left: true }"],
    ["gus@fabrikam.com, nora@contoso.com", "gus@fabrikam.com"],
  ],
  ["a group goes out of another", ["auditors: { groups: [admins],", "auditors: {"]],
  ["a group is others' from now on", ["auditors: {", "auditors: { existing: true,"]],
  [
    "a group goes with its grant",
    ["  auditors: { existing: true, members: [gus@fabrikam.com, bob@contoso.com] }\n", ""],
    ["      - { group: auditors, clusterRole: view }\n", ""],
  ],
  ["the issuer changes", ["{ name: eks, ", "{ name: eks, issuer: v1, "]],
  ["a cluster is to be absent", ["    tags: { team: a }\n", "    tags: { team: a }\n    state: absent\n"]],
];

/** Every cluster and every namespace that one of the files names. */
const everything = accessOf(
  edited(first, [
    ["\nterraform:", `${stage}\nterraform:`],
    ["view, namespaces: [team-a]", "view, namespaces: [team-a, team-b]"],
  ]),
);

const people = ["dave@contoso.com"].map((userPrincipalName) => ({ userPrincipalName, displayName: userPrincipalName }));

compareChanges(testWorld(everything, { more: { users: people } }), first, changes);
