import { tenant, withGrants, withTenant } from "../../../access-text";
import { describeRules } from "../describe-rules";

const granted = (group: string, more = "") =>
  `${withGrants("[{ group: ops, clusterRole: cluster-admin }]", `{ ops: ${group} }`)}${more}`;

describeRules([
  [
    "one existing group under two keys",
    withTenant(`groups: { ops: { existing: ${tenant} }, devs: { existing: ${tenant.toUpperCase()} } }`),
    [`access.yaml:2:86 groups.devs.existing must be a different group than groups.ops, got "${tenant.toUpperCase()}"`],
    withTenant(`groups: { ops: { existing: ${tenant} }, devs: { existing: true } }`),
  ],
  [
    "the name of one existing group twice",
    withTenant("groups: { ops: { existing: true, displayName: Ops }, devs: { existing: true, displayName: ops } }"),
    ['access.yaml:2:91 groups.devs.displayName must have a different display name than groups.ops, got "ops"'],
    withTenant("groups: { ops: { existing: true, displayName: Ops }, devs: { existing: true, displayName: dev } }"),
  ],
  [
    "an existing group's name with an apostrophe where msgraph is not allowed",
    withTenant('groups: { ops: { existing: true, displayName: "Op\'s" } }\ndirectory: { lookup: each }'),
    [
      'access.yaml:2:47 groups.ops.displayName must not contain \' where directory.lookup is "each": the azuread provider cannot look it up, got "Op\'s"; name the group by its object ID: existing: <object ID>',
    ],
    withTenant('groups: { ops: { existing: true, displayName: "Op\'s" } }'),
  ],
  [
    "existing that is neither true nor an object ID",
    withTenant("groups: { ops: { existing: yes please } }"),
    [
      'access.yaml:2:28 groups.ops.existing must be true, to look the group up by displayName, or an object ID, got "yes please"',
    ],
    withTenant(`groups: { ops: { existing: ${tenant} }, devs: { existing: true } }`),
  ],
  [
    "existing: false, which says nothing",
    withTenant("groups: { ops: { existing: false } }"),
    [
      "access.yaml:2:28 groups.ops.existing must be true, to look the group up by displayName, or an object ID, got false",
    ],
    withTenant("groups: { ops: {} }"),
  ],
  [
    "settings of a group that others keep",
    withTenant(
      'groups: { ops: { existing: true, description: d, owners: [a@contoso.com], rule: "user.x", protected: true } }',
    ),
    [
      "access.yaml:2:34 groups.ops.description must not be given for an existing group, which others manage",
      "access.yaml:2:50 groups.ops.owners must not be given for an existing group, which others manage",
      "access.yaml:2:75 groups.ops.rule must not be given for an existing group, which others manage",
      "access.yaml:2:91 groups.ops.protected must not be given for an existing group, which others manage",
    ],
    withTenant(
      "groups: { ops: { existing: true, displayName: d, members: [a@contoso.com], groups: [devs] }, devs: {} }",
    ),
  ],
  [
    "settings of a group that others keep, which are no text either",
    withTenant("groups: { ops: { existing: true, description: 5, rule: 6 } }"),
    [
      "access.yaml:2:34 groups.ops.description must not be given for an existing group, which others manage",
      "access.yaml:2:47 groups.ops.description must be text, got 5; put it in quotes",
      "access.yaml:2:50 groups.ops.rule must not be given for an existing group, which others manage",
      "access.yaml:2:56 groups.ops.rule must be text, got 6; put it in quotes",
    ],
    withTenant("groups: { ops: { description: d, rule: user.x } }"),
  ],
  [
    "cluster-admin for a group that others keep",
    granted("{ existing: true }"),
    [
      'access.yaml:6:23 clusters.prod.grants[0].group must not be an existing group where cluster-admin is granted: its owners can add anybody, got "ops"; grant it to a group that this file creates; if you want this, write allow: [existing-cluster-admin]',
    ],
    granted("{ existing: true }", "allow: [existing-cluster-admin]\n"),
  ],
  [
    "cluster-admin in namespaces for a group that others keep, beside another role",
    withGrants(
      "[{ group: ops, clusterRole: view }, { group: ops, clusterRole: cluster-admin, namespaces: [a] }]",
      "{ ops: { existing: true } }",
    ),
    [
      'access.yaml:6:58 clusters.prod.grants[1].group must not be an existing group where cluster-admin is granted: its owners can add anybody, got "ops"; grant it to a group that this file creates; if you want this, write allow: [existing-cluster-admin]',
    ],
    withGrants("[{ group: ops, clusterRole: view }]", "{ ops: { existing: true } }"),
  ],
]);
