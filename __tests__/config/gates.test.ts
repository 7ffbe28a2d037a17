import { mistakesIn, withTenant } from "../access-text";
import { warningsIn } from "../printed-warnings";

const id = "11111111-2222-4333-8444-555555555555";
const guest = '"gus_fabrikam.com#EXT#@contoso.onmicrosoft.com"';
const cluster = (grants: string) => `
clusters:
  prod:
    eks: { name: prod-eks, region: eu-central-1 }
    grants: ${grants}
`;
const portal = (namespace: string, admin: string) =>
  `portal: { cluster: prod, url: "https://portal.contoso.com", namespace: ${namespace}, version: "3.15", groups: { admin: ${admin} } }\n`;
/** What `check` says of a file, by place: mistakes, or warnings if there are none. */
function placesIn(text: string, saying: string): string[] {
  const told = mistakesIn(withTenant(text));
  const all = told.length > 0 ? told : warningsIn(withTenant(text));
  return all.filter((one) => one.includes(saying)).map((one) => one.split(" ")[1]!);
}

/** Files of somebody who wanted more than the file means to give: what each does, a part of the answer, and where it stands. */
const attacks: readonly [attack: string, file: string, saying: string, places: readonly string[]][] = [
  [
    "an existing group inside a granted one, at any depth",
    `groups: { outside: { existing: ${id} }, inner: { groups: [outside] }, admins: { members: [ada@contoso.com], groups: [inner] } }${cluster("[{ group: admins, clusterRole: cluster-admin }]")}`,
    "must not be an existing group in a group with cluster-admin on clusters.prod: its owners can add anybody",
    ["groups.inner.groups[0]"],
  ],
  [
    "an existing group with an own role as strong as cluster-admin, and with one that only the cluster knows",
    `allow: [nodes-proxy]\ngroups: { outside: { existing: ${id} } }\nroles: { proxy: { rules: [{ apiGroups: [""], resources: [nodes/proxy], verbs: [get] }] }, theirs: { existing: true } }${cluster("[{ group: outside, clusterRole: proxy }, { group: outside, clusterRole: theirs }]")}`,
    "must not be an existing group where a role",
    ["clusters.prod.grants[0].group", "clusters.prod.grants[1].group"],
  ],
  [
    "roles of Kubernetes' own components",
    `groups: { devs: {} }${cluster(
      `[${[
        "system:controller:clusterrole-aggregation-controller",
        "system:kube-controller-manager",
        "system:kubelet-api-admin",
        "system:controller:generic-garbage-collector",
        "system:aggregate-to-edit",
        "system:node",
        "system:certificates.k8s.io:kube-apiserver-client-approver",
      ]
        .map((role) => `{ group: devs, clusterRole: "${role}" }`)
        .join(", ")}]`,
    )}`,
    "must not be a role of Kubernetes' own components: with it people",
    Array.from({ length: 7 }, (_, index) => `clusters.prod.grants[${String(index)}].clusterRole`),
  ],
  [
    "guests as owners, by rule, and with roles as strong as cluster-admin",
    `policy: { guests: refuse }\nallow: [wildcards]\nguests: [gus@fabrikam.com]\nlogin: { guests: true, owners: [${guest}] }\ngroups: { admins: { members: [ada@contoso.com], owners: [${guest}, ada@contoso.com] }, ruled: { rule: 'user.userType -eq "Guest"' }, editors: { members: [gus@fabrikam.com] }, super: { groups: [inner] }, inner: { members: [gus@fabrikam.com] } }\nroles: { all: { rules: [{ apiGroups: ["*"], resources: ["*"], verbs: ["*"] }] } }${cluster("[{ group: admins, clusterRole: cluster-admin }, { group: ruled, clusterRole: cluster-admin }, { group: editors, clusterRole: edit }, { group: super, clusterRole: all }]")}`,
    'because policy.guests is "refuse"',
    [
      "login.owners[0]",
      "groups.admins.owners[0]",
      "groups.ruled.rule",
      "groups.editors.members[0]",
      "groups.inner.members[0]",
    ],
  ],
  [
    "a guest in another key of the granted group",
    `policy: { guests: refuse }\nallow: [existing-cluster-admin]\ngroups: { one: { existing: ${id} }, two: { existing: ${id.toUpperCase()}, displayName: zwei, members: [${guest}] } }${cluster("[{ group: one, clusterRole: cluster-admin }]")}`,
    "must not be a guest",
    ["groups.two.members[0]"],
  ],
  [
    "members put into a group of others that grants nothing here",
    `groups: { payroll: { existing: ${id}, members: [mallory@contoso.com] } }`,
    "is an existing group without a grant on any cluster, but this file adds people to it",
    ["groups.payroll"],
  ],
  [
    "members and groups put into a group of others where that is refused",
    `policy: { existingMembers: refuse }\ngroups: { payroll: { existing: ${id}, members: [mallory@contoso.com], groups: [devs] }, devs: {} }`,
    'must not be given for an existing group, since policy.existingMembers is "refuse"',
    ["groups.payroll.members", "groups.payroll.groups"],
  ],
  [
    "a break-glass group with a rule that is granted something",
    `login: { conditionalAccess: { state: enabled, mfa: true, breakGlass: everybody } }\ngroups: { everybody: { rule: user.accountEnabled -eq true } }${cluster("[{ group: everybody, clusterRole: view }]")}`,
    "a group that gets its members by a rule and has a grant on a cluster. No policy applies to anybody in this group",
    ["login.conditionalAccess.breakGlass"],
  ],
  [
    "edit, admin and cluster-admin in kube-system",
    `groups: { devs: {} }${cluster("[{ group: devs, clusterRole: edit, namespaces: [web, kube-system] }, { group: devs, clusterRole: admin, namespaces: [kube-system] }, { group: devs, clusterRole: cluster-admin, namespaces: [kube-system] }]")}`,
    "is kube-system, where",
    [
      "clusters.prod.grants[0].namespaces[1]",
      "clusters.prod.grants[1].namespaces[0]",
      "clusters.prod.grants[2].namespaces[0]",
    ],
  ],
  [
    "an existing group, and one inside, that the portal's chart makes administrators of its namespace",
    `groups: { outside: { existing: ${id} }, admins: { groups: [outside] } }${cluster("[{ group: admins, clusterRole: view }]")}${portal("krci", "admins")}`,
    "must not be an existing group in a group with cluster-admin on clusters.prod by the portal's chart in its namespace",
    ["groups.admins.groups[0]"],
  ],
  [
    "an existing group that the portal's chart makes administrators of its namespace",
    `groups: { outside: { existing: ${id} } }${cluster("[{ group: outside, clusterRole: view }]")}${portal("krci", "outside")}`,
    "must not be an existing group where cluster-admin is granted by the portal's chart in its namespace",
    ["portal.groups.admin"],
  ],
  [
    "a guest among the portal's administrators",
    `policy: { guests: refuse }\nguests: [gus@fabrikam.com]\ngroups: { admins: { members: [gus@fabrikam.com] } }${cluster("[{ group: admins, clusterRole: view }]")}${portal("krci", "admins")}`,
    "must not be a guest",
    ["groups.admins.members[0]"],
  ],
  [
    "a portal in kube-system, whose administrators rule over the cluster",
    `groups: { admins: {} }${cluster("[{ group: admins, clusterRole: view }]")}${portal("kube-system", "admins")}`,
    "cluster-admin",
    ["groups.admins", "portal.namespace"],
  ],
  [
    "names that look like a built-in role",
    String.raw`roles: { "edit\u200b": { existing: true }, "cluster-admin ": { existing: true }, Cluster-Admin: { existing: true }, "view\nx": { existing: true }, "System:masters": { existing: true }, "ｖiew": { existing: true }, "\u0435dit": { existing: true }, "e dit": { existing: true } }`,
    "must not",
    [
      String.raw`roles["edit\u{200b}"]`,
      String.raw`roles["edit\u{200b}"]`,
      'roles["cluster-admin', // the rest follows a blank
      'roles["cluster-admin',
      "roles.Cluster-Admin",
      String.raw`roles["view\nx"]`,
      'roles["System:masters"]',
      'roles["ｖiew"]',
      'roles["еdit"]',
      'roles["e', // the rest follows a blank
    ],
  ],
];

test.each(attacks)("%s: does not pass", (_, file, saying, places) => {
  expect(placesIn(file, saying)).toEqual(places);
});
