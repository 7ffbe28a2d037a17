import { withTenant } from "../../../access-text";
import { describeRules } from "../describe-rules";

describeRules([
  [
    "a group in a group that is not there",
    withTenant("groups:\n  devs: { groups: [senior] }\n  seniors: {}"),
    [
      'access.yaml:3:20 groups.devs.groups[0] must name a group defined under "groups", got "senior"; did you mean "seniors"?',
    ],
    withTenant("groups:\n  devs: { groups: [seniors] }\n  seniors: {}"),
  ],
  [
    "a group in itself",
    withTenant("groups: { devs: { groups: [devs] } }"),
    ['access.yaml:2:28 groups.devs.groups[0] must not be the group itself, got "devs"'],
    withTenant("groups: { devs: { groups: [] } }"),
  ],
  [
    "groups that are in each other, round about",
    withTenant("groups:\n  a: { groups: [b] }\n  b: { groups: [c] }\n  c: { groups: [a] }"),
    [
      'access.yaml:3:17 groups.a.groups[0] must not be a group that contains a, got "b"',
      'access.yaml:4:17 groups.b.groups[0] must not be a group that contains b, got "c"',
      'access.yaml:5:17 groups.c.groups[0] must not be a group that contains c, got "a"',
    ],
    withTenant("groups:\n  a: { groups: [b, c] }\n  b: { groups: [c] }\n  c: {}"),
  ],
  [
    "a group twice in a group",
    withTenant("groups: { devs: { groups: [ops, ops] }, ops: {} }"),
    ['access.yaml:2:33 groups.devs.groups[1] must be listed once in a group, got "ops"'],
    withTenant("groups: { devs: { groups: [ops] }, ops: {} }"),
  ],
  [
    "a rule beside members",
    withTenant("groups: { devs: { members: [ada@contoso.com], rule: user.x } }"),
    [
      "access.yaml:2:47 groups.devs.rule must not be used with members or groups: with a rule, Entra alone decides who is a member",
    ],
    withTenant("groups: { devs: { members: [], rule: user.x } }"),
  ],
  [
    "a rule beside groups, and what a protected group cannot have",
    withTenant("groups: { devs: { groups: [ops], rule: user.x, protected: true }, ops: {} }"),
    [
      "access.yaml:2:34 groups.devs.rule must not be used with members or groups: with a rule, Entra alone decides who is a member",
      "access.yaml:2:48 groups.devs.protected must not be used with a rule: anybody who can change user properties could add people",
      "access.yaml:2:48 groups.devs.protected must not be used with groups: an owner of one of them could add anybody",
    ],
    withTenant("groups: { devs: { members: [ada@contoso.com], protected: true }, ops: { rule: user.x } }"),
  ],
  [
    "owners that are nobody",
    withTenant("groups: { devs: { owners: [ada] }, ops: { owners: [] } }"),
    [
      'access.yaml:2:28 groups.devs.owners[0] must be a user principal name or an object ID, got "ada"',
      "access.yaml:2:51 groups.ops.owners must name at least one owner; remove the key to make the deploying identity the owner",
    ],
    withTenant("groups: { devs: { owners: [ada@contoso.com, 8f3c0a5e-6d0b-4a41-9a43-0d6f4b9f2c11] } }"),
  ],
  [
    "an empty rule",
    withTenant('groups: { devs: { rule: "" } }'),
    ['access.yaml:2:25 groups.devs.rule must not be empty, got ""'],
    withTenant("groups: { devs: { rule: user.x } }"),
  ],
]);
