import { logReader, withGrants } from "../../../access-text";
import { describeRules } from "../describe-rules";

const withRoles = (roles: string) => withGrants("[]", undefined, roles);
const granted = (grant: string, roles?: string) => withGrants(`[{ group: devs, ${grant} }]`, undefined, roles);

describeRules([
  [
    "a role called like one of Kubernetes",
    withRoles("{ view: { existing: true } }"),
    [
      "access.yaml:7:10 roles.view must not have the name of a role that Kubernetes has built in; grants can name that role directly",
    ],
    withRoles("{ viewer: { existing: true } }"),
  ],
  [
    "a role with a name that Kubernetes reserves",
    withRoles('{ "system:logs": { existing: true } }'),
    ['access.yaml:7:10 roles["system:logs"] must not begin with "system:", which Kubernetes reserves'],
    withRoles('{ "logs:system": { existing: true } }'),
  ],
  [
    "a role with a name that Kubernetes refuses",
    withRoles('{ a/b: { existing: true }, "": { existing: true } }'),
    [
      'access.yaml:7:10 roles["a/b"] must be a name that Kubernetes accepts for a role: no "/", no "%", not "." or ".."',
      'access.yaml:7:35 roles[""] must not be empty',
    ],
    withRoles('{ "a:b.c é": { existing: true } }'),
  ],
  [
    "a role without rules",
    withRoles("{ a: {}, b: { rules: [] } }"),
    ["access.yaml:7:13 roles.a.rules must be given", "access.yaml:7:29 roles.b.rules must have at least one rule"],
    withRoles(`{ a: ${logReader}, b: { existing: true } }`),
  ],
  [
    "an existing role with rules",
    withRoles("{ a: { existing: true, rules: [] } }"),
    ["access.yaml:7:31 roles.a.rules must be used with existing: false"],
    withRoles("{ a: { existing: true } }"),
  ],
  [
    "a clusterRole that is mistyped",
    granted("clusterRole: vew"),
    [
      'access.yaml:6:42 clusters.prod.grants[0].clusterRole must name a role under "roles", or a ClusterRole that Kubernetes has built in, got "vew"; did you mean "view"?',
    ],
    granted("clusterRole: view"),
  ],
  [
    "a clusterRole that nobody declared",
    granted("clusterRole: ours"),
    [
      'access.yaml:6:42 clusters.prod.grants[0].clusterRole must name a role under "roles", or a ClusterRole that Kubernetes has built in, got "ours"; if the cluster has it already, write roles: { "ours": { existing: true } }',
    ],
    granted("clusterRole: ours", '{ "ours": { existing: true } }'),
  ],
  [
    "a group of Kubernetes in place of a clusterRole",
    granted("clusterRole: system:masters"),
    [
      'access.yaml:6:42 clusters.prod.grants[0].clusterRole must name a role under "roles", or a ClusterRole that Kubernetes has built in, got "system:masters"; this is a group of Kubernetes, not a role; cluster-admin is the role that may do everything',
    ],
    granted("clusterRole: cluster-admin"),
  ],
  [
    "a clusterRole with a name that Kubernetes reserves, near to one that people may have",
    granted("clusterRole: system:monitor"),
    [
      'access.yaml:6:42 clusters.prod.grants[0].clusterRole must name a role under "roles", or a ClusterRole that Kubernetes has built in, got "system:monitor"; did you mean "system:monitoring"?',
    ],
    granted("clusterRole: system:monitoring"),
  ],
  [
    "a clusterRole with a name that Kubernetes reserves, near only to roles of its components",
    granted("clusterRole: system:nodes"),
    [
      'access.yaml:6:42 clusters.prod.grants[0].clusterRole must name a role under "roles", or a ClusterRole that Kubernetes has built in, got "system:nodes"; Kubernetes reserves such names for its own components',
    ],
    granted("clusterRole: view"),
  ],
  [
    "an access policy of EKS in place of a clusterRole",
    granted("clusterRole: AmazonEKSEditPolicy"),
    [
      'access.yaml:6:42 clusters.prod.grants[0].clusterRole must name a role under "roles", or a ClusterRole that Kubernetes has built in, got "AmazonEKSEditPolicy"; this is an access policy of EKS, not a role of Kubernetes; write one such as view, edit, admin or cluster-admin',
    ],
    granted("clusterRole: edit"),
  ],
  [
    "a clusterRole that only JavaScript knows",
    granted("clusterRole: toString"),
    [
      'access.yaml:6:42 clusters.prod.grants[0].clusterRole must name a role under "roles", or a ClusterRole that Kubernetes has built in, got "toString"; if the cluster has it already, write roles: { "toString": { existing: true } }',
    ],
    granted("clusterRole: cluster-admin"),
  ],
  [
    "a role that is a ClusterRole",
    granted("role: view, namespaces: [a]"),
    [
      'access.yaml:6:35 clusters.prod.grants[0].role must name a role under "roles", got "view"; to grant the ClusterRole view in these namespaces, write clusterRole: view',
    ],
    granted("clusterRole: view, namespaces: [a]"),
  ],
  [
    "a role that is mistyped",
    granted("role: lgs, namespaces: [a]", `{ logs: ${logReader} }`),
    ['access.yaml:6:35 clusters.prod.grants[0].role must name a role under "roles", got "lgs"; did you mean "logs"?'],
    granted("role: logs, namespaces: [a]", `{ logs: ${logReader} }`),
  ],
  [
    "a role with URLs in a namespace",
    granted("role: urls, namespaces: [a]", "{ urls: { rules: [{ nonResourceURLs: [/metrics], verbs: [get] }] } }"),
    [
      'access.yaml:6:35 clusters.prod.grants[0].role must name a role without nonResourceURLs, which a Role in a namespace cannot have, got "urls"; grant it as clusterRole',
    ],
    granted("clusterRole: urls", "{ urls: { rules: [{ nonResourceURLs: [/metrics], verbs: [get] }] } }"),
  ],
]);
