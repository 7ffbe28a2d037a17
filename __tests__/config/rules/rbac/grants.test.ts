import { logReader, withGrants } from "../../../access-text";
import { a, describeRules } from "../describe-rules";

const logs = `{ logs: ${logReader}, other: ${logReader} }`;

describeRules([
  [
    "an unknown key of a grant",
    withGrants("[{ group: devs, clusterRole: view, namespace: [x] }]"),
    ['access.yaml:6:48 clusters.prod.grants[0].namespace must be a known key; did you mean "namespaces"?'],
    withGrants("[{ group: devs, clusterRole: view, namespaces: [x] }]"),
  ],
  [
    "a grant for an unknown group",
    withGrants("[{ group: developer, clusterRole: view }]", "{ developers: {} }"),
    [
      'access.yaml:6:23 clusters.prod.grants[0].group must name a group defined under "groups", got "developer"; did you mean "developers"?',
    ],
    withGrants("[{ group: developers, clusterRole: view }]", "{ developers: {} }"),
  ],
  [
    "a grant for a group that only JavaScript knows",
    withGrants("[{ group: toString, clusterRole: view }]"),
    ['access.yaml:6:23 clusters.prod.grants[0].group must name a group defined under "groups", got "toString"'],
    withGrants("[{ group: devs, clusterRole: view }]"),
  ],
  [
    "the same grant twice",
    withGrants("[{ group: devs, clusterRole: view }, { group: devs, clusterRole: view }]"),
    ["access.yaml:6:50 clusters.prod.grants[1] must not grant again what clusters.prod.grants[0] grants"],
    withGrants("[{ group: devs, clusterRole: view }, { group: devs, clusterRole: edit }]"),
  ],
  [
    "the same grant twice in one namespace",
    withGrants(
      "[{ group: devs, role: logs, namespaces: [a] }, { group: devs, role: logs, namespaces: [b, a] }]",
      undefined,
      logs,
    ),
    [
      'access.yaml:6:103 clusters.prod.grants[1].namespaces[1] must not grant again what clusters.prod.grants[0] grants, got "a"',
    ],
    withGrants(
      "[{ group: devs, role: logs, namespaces: [a] }, { group: devs, clusterRole: logs, namespaces: [b, a] }, { group: devs, role: other, namespaces: [a] }]",
      undefined,
      logs,
    ),
  ],
  [
    "a namespace twice in a grant",
    withGrants("[{ group: devs, clusterRole: view, namespaces: [a, a] }]"),
    ['access.yaml:6:64 clusters.prod.grants[0].namespaces[1] must be listed once in a grant, got "a"'],
    withGrants("[{ group: devs, clusterRole: view, namespaces: [a, aa] }]"),
  ],
  [
    "an empty list of namespaces",
    withGrants("[{ group: devs, clusterRole: view, namespaces: [] }]"),
    [
      "access.yaml:6:60 clusters.prod.grants[0].namespaces must name at least one namespace; remove the key to grant it on the whole cluster",
    ],
    withGrants("[{ group: devs, clusterRole: view, namespaces: [a] }]"),
  ],
  [
    "a star for all namespaces",
    withGrants('[{ group: devs, clusterRole: view, namespaces: ["*"] }]'),
    [
      'access.yaml:6:61 clusters.prod.grants[0].namespaces[0] must be a namespace: 1 to 63 lower-case letters, digits and -, not - at either end, got "*"; for the whole cluster, leave namespaces out and name a clusterRole',
    ],
    withGrants("[{ group: devs, clusterRole: view }]"),
  ],
  [
    "a star in the name of a namespace",
    withGrants('[{ group: devs, clusterRole: view, namespaces: ["team-*"] }]'),
    [
      'access.yaml:6:61 clusters.prod.grants[0].namespaces[0] must be a namespace: 1 to 63 lower-case letters, digits and -, not - at either end, got "team-*"',
    ],
    withGrants('[{ group: devs, clusterRole: view, namespaces: ["team-a"] }]'),
  ],
  [
    "a grant without a role",
    withGrants("[{ group: devs }]"),
    ["access.yaml:6:14 clusters.prod.grants[0] must name one role: either clusterRole or role"],
    withGrants("[{ group: devs, clusterRole: view }]"),
  ],
  [
    "a grant with two roles",
    withGrants("[{ group: devs, clusterRole: view, role: logs, namespaces: [a] }]", undefined, logs),
    ["access.yaml:6:14 clusters.prod.grants[0] must name one role: either clusterRole or role"],
    withGrants("[{ group: devs, role: logs, namespaces: [a] }]", undefined, logs),
  ],
  [
    "a role without a namespace",
    withGrants("[{ group: devs, role: logs }]", undefined, logs),
    [
      'access.yaml:6:14 clusters.prod.grants[0] must name "namespaces": a Role belongs to a namespace, a ClusterRole to the whole cluster',
    ],
    withGrants("[{ group: devs, role: logs, namespaces: [a] }]", undefined, logs),
  ],
  [
    "a role name that Kubernetes refuses",
    withGrants(
      '[{ group: devs, clusterRole: a/b }, { group: devs, clusterRole: "50%" }, { group: devs, clusterRole: .. }]',
    ),
    [
      'access.yaml:6:42 clusters.prod.grants[0].clusterRole must be a name that Kubernetes accepts for a role: no "/", no "%", not "." or "..", got "a/b"',
      'access.yaml:6:77 clusters.prod.grants[1].clusterRole must be a name that Kubernetes accepts for a role: no "/", no "%", not "." or "..", got "50%"',
      'access.yaml:6:114 clusters.prod.grants[2].clusterRole must be a name that Kubernetes accepts for a role: no "/", no "%", not "." or "..", got ".."',
    ],
    withGrants(
      '[{ group: devs, clusterRole: "system:monitoring" }, { group: devs, clusterRole: ... }]',
      undefined,
      `{ "...": ${logReader} }`,
    ),
  ],
  [
    "a namespace that Kubernetes refuses",
    withGrants(`[{ group: devs, clusterRole: view, namespaces: [${a(64)}, a-, A] }]`),
    [
      `access.yaml:6:61 clusters.prod.grants[0].namespaces[0] must be a namespace: 1 to 63 lower-case letters, digits and -, not - at either end, got "${a(64)}"`,
      'access.yaml:6:127 clusters.prod.grants[0].namespaces[1] must be a namespace: 1 to 63 lower-case letters, digits and -, not - at either end, got "a-"',
      'access.yaml:6:131 clusters.prod.grants[0].namespaces[2] must be a namespace: 1 to 63 lower-case letters, digits and -, not - at either end, got "A"',
    ],
    withGrants(`[{ group: devs, clusterRole: view, namespaces: [${a(63)}, a-a, 1a] }]`),
  ],
]);
