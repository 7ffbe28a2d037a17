import type { Access } from "../../../../config/schema/access";
import { changeOf } from "../../../../model/rbac/change/change-of";
import { accessOf, tenant } from "../../../access-text";

const text = `
tenant: ${tenant}
login: { groups: { emit: security } }
allow: [existing-cluster-admin]
groups:
  devs: { members: [ada@contoso.com, bob@contoso.com] }
  leads: { members: [ada@contoso.com] }
  theirs: { existing: true, displayName: Theirs }
  ruled: { rule: 'user.department -eq "IT"' }
roles:
  logs: { rules: [{ apiGroups: [""], resources: [pods, pods/log], verbs: [get, list] }] }
  their-role: { existing: true }
clusters:
  prod:
    eks: { name: prod-eks, region: eu-central-1 }
    grants:
      - { group: devs, clusterRole: logs, namespaces: [team-a, team-b] }
      - { group: leads, clusterRole: edit, namespaces: [team-a] }
      - { group: leads, clusterRole: view, namespaces: [team-a] }
      - { group: theirs, clusterRole: view }
      - { group: ruled, clusterRole: their-role }
`;
const before = accessOf(text);

/** The file with each text replaced wherever it stands. */
function edited(...replaced: readonly (readonly [from: string, to: string])[]): Access {
  const after = replaced.reduce((now, [from, to]) => {
    expect(now).toContain(from);
    return now.replaceAll(from, to);
  }, text);
  return accessOf(after);
}

const splitGrant: [string, string] = [
  "- { group: devs, clusterRole: logs, namespaces: [team-a, team-b] }",
  "- { group: devs, clusterRole: logs, namespaces: [team-b] }\n      - { group: devs, role: logs, namespaces: [team-a] }",
];

test.each<[string, Access]>([
  ["a group is renamed", edited(["devs", "developers"])],
  ["an existing group gets another key", edited(["theirs:", "others:"], ["group: theirs", "group: others"])],
  ["a group with a rule gets another key", edited(["ruled:", "it:"], ["group: ruled", "group: it"])],
  ["a role is renamed", edited(["logs", "log-reader"])],
  ["a grant is split, and one half names a Role", edited(splitGrant)],
  [
    "a grant is moved to the end",
    edited(
      ["      - { group: leads, clusterRole: edit, namespaces: [team-a] }\n", ""],
      [
        "clusterRole: their-role }\n",
        "clusterRole: their-role }\n      - { group: leads, clusterRole: edit, namespaces: [team-a] }\n",
      ],
    ),
  ],
  [
    "a grant that another one swallows is removed",
    edited(["      - { group: leads, clusterRole: view, namespaces: [team-a] }\n", ""]),
  ],
  [
    "a group is put into another one instead of its members",
    edited([
      "devs: { members: [ada@contoso.com, bob@contoso.com] }",
      "devs: { members: [bob@contoso.com], groups: [leads] }",
    ]),
  ],
  [
    "a rule of a role is split",
    edited([
      '[{ apiGroups: [""], resources: [pods, pods/log], verbs: [get, list] }]',
      '[{ apiGroups: [""], resources: [pods], verbs: [list, get] }, { apiGroups: [""], resources: [pods/log], verbs: [get] }, { apiGroups: [""], resources: [pods/log], verbs: [list] }]',
    ]),
  ],
  [
    "a cluster's tags change",
    edited([
      "eks: { name: prod-eks, region: eu-central-1 }",
      "eks: { name: prod-eks, region: eu-central-1 }\n    tags: { a: b }",
    ]),
  ],
])("the same rights in other words are no change: %s", (_, after) => {
  expect(changeOf(before, after)).toEqual([]);
});

const onProd = (after: Access) =>
  changeOf(before, after).map(({ holders, gains, losses }) => ({
    who: holders.map(({ kind, name }) => `${kind} ${name}`),
    gains: gains.map(({ role, part, namespaces, elsewhere }) => [
      role.name,
      part,
      namespaces ?? "everywhere",
      elsewhere,
    ]),
    losses: losses.map(({ role, part, namespaces, elsewhere }) => [
      role.name,
      part,
      namespaces ?? "everywhere",
      elsewhere,
    ]),
  }));

test("a role that only the cluster knows is told as unknown; whoever has everything gains nothing by it", () => {
  expect(onProd(edited(["clusterRole: logs", "clusterRole: their-role"], ["[team-a, team-b]", "[team-a]"]))).toEqual([
    {
      who: ["person ada@contoso.com"],
      gains: [["their-role", "unknown", ["team-a"], []]],
      losses: [["logs", "all", ["team-b"], []]],
    },
    {
      who: ["person bob@contoso.com"],
      gains: [["their-role", "unknown", ["team-a"], []]],
      losses: [["logs", "all", ["team-a", "team-b"], []]],
    },
  ]);
  const admins = edited([
    "group: leads, clusterRole: edit, namespaces: [team-a]",
    "group: leads, clusterRole: cluster-admin",
  ]);
  const also = edited(
    ["group: leads, clusterRole: edit, namespaces: [team-a]", "group: leads, clusterRole: cluster-admin"],
    ["group: leads, clusterRole: view, namespaces: [team-a]", "group: leads, clusterRole: their-role"],
  );
  expect(changeOf(admins, also)).toEqual([]);
  expect(changeOf(also, admins)).toEqual([]);
});

test("a right that is widened from namespaces to the whole cluster says where it was before, and the reverse where it stays", () => {
  const after = edited([
    "group: devs, clusterRole: logs, namespaces: [team-a, team-b]",
    "group: devs, clusterRole: logs",
  ]);
  const [widened] = onProd(after);
  expect(widened).toEqual({
    who: ["person ada@contoso.com"],
    gains: [["logs", "all", "everywhere", ["team-a", "team-b"]]],
    losses: [],
  });
  const [narrowed] = changeOf(after, before);
  expect(narrowed?.losses.map(({ namespaces, elsewhere }) => [namespaces, elsewhere])).toEqual([
    [undefined, ["team-a", "team-b"]],
  ]);
});

test("whoever else is in a group of others or with a rule gains and loses too", () => {
  expect(onProd(edited(["group: theirs, clusterRole: view", "group: theirs, clusterRole: their-role"]))).toEqual([
    {
      who: ["existing theirs"],
      gains: [["their-role", "unknown", "everywhere", []]],
      losses: [["view", "all", "everywhere", []]],
    },
  ]);
  expect(onProd(edited(['"IT"', '"HR"'])).map(({ who, gains, losses }) => [who, gains.length, losses.length])).toEqual([
    [["rule ruled"], 1, 0],
    [["rule ruled"], 0, 1],
  ]);
});

test("another EKS cluster under the same key is another cluster: everything is lost on one and gained on the other", () => {
  const changes = changeOf(before, edited(["name: prod-eks", "name: new-eks"]));
  const clusters = (of: "gains" | "losses") => new Set(changes.flatMap((one) => one[of].map(({ cluster }) => cluster)));
  expect(clusters("gains")).toEqual(new Set(["prod (new-eks in eu-central-1)"]));
  expect(clusters("losses")).toEqual(new Set(["prod (prod-eks in eu-central-1)"]));
});

test("somebody who leaves is shut out of every cluster, with the reason", () => {
  const after = edited(
    ["groups:\n  devs", "users: { bob@contoso.com: { left: true } }\ngroups:\n  devs"],
    [", bob@contoso.com]", "]"],
  );
  const [bob] = changeOf(before, after);
  expect(bob).toMatchObject({
    holders: [{ name: "bob@contoso.com" }],
    losses: [{ role: { name: "logs" } }],
    signIns: [{ cluster: "prod", kind: "shut out", isCause: false, isBare: false }],
  });
  expect(bob?.signIns[0]?.reason).toContain("AADSTS50057");
});

test("a right that is narrowed to a namespace in which the person has another one is no gain there", () => {
  const wide = edited(["clusterRole: logs, namespaces: [team-a, team-b]", "clusterRole: their-role"]);
  const narrow = edited([
    "clusterRole: logs, namespaces: [team-a, team-b]",
    "clusterRole: their-role, namespaces: [team-a]",
  ]);
  for (const { gains, losses } of changeOf(wide, narrow)) {
    expect(gains).toEqual([]);
    expect(losses).toMatchObject([{ role: { name: "their-role" }, elsewhere: ["team-a"] }]);
  }
});

test.each(["[team-a, team-b]", "[team-b, team-a]"])(
  "a role that named one namespace behind a star and now names none gives more in the others, in the order %s",
  (namespaces) => {
    const withRule = (rule: string) =>
      edited(
        ['{ apiGroups: [""], resources: [pods, pods/log], verbs: [get, list] }', rule],
        ["clusterRole: logs, namespaces: [team-a, team-b]", `clusterRole: logs, namespaces: ${namespaces}`],
      );
    const one = '{ apiGroups: [""], resources: ["*/finalize"], verbs: [update], resourceNames: [team-a] }';
    const all = '{ apiGroups: [""], resources: [namespaces/finalize], verbs: [update] }';
    const bob = changeOf(withRule(one), withRule(all)).find(({ holders }) =>
      holders.some(({ name }) => name === "bob@contoso.com"),
    );
    expect(bob?.gains).toMatchObject([{ namespaces: ["team-b"] }]);
  },
);
