import { describeEdits, edited } from "./edits";

describeEdits([
  [
    "a role comes, and nobody is granted it",
    edited(["roles:\n", 'roles:\n  pods: { rules: [{ apiGroups: [""], resources: [pods], verbs: [get] }] }\n']),
    [],
  ],
  [
    "a role goes that nobody was granted",
    edited(['  nodes: { rules: [{ apiGroups: [""], resources: [nodes], verbs: [list] }] }\n', ""]),
    [],
  ],
  [
    "a role's rule changes",
    edited(["verbs: [get] }", "verbs: [get, list] }"]),
    ["~ rbac-stage kubernetes_role_v1.Role__logs__team-a"],
  ],
  [
    "a role is granted first",
    edited(["    grants:\n", "    grants:\n      - { group: devs, clusterRole: nodes }\n"]),
    [
      "+ rbac-prod kubernetes_cluster_role_binding_v1.devs__ClusterRole__nodes",
      "+ rbac-prod kubernetes_cluster_role_v1.ClusterRole__nodes",
    ],
  ],
  [
    "a role is granted in one more namespace",
    edited(["role: logs, namespaces: [team-a]", "role: logs, namespaces: [team-0, team-a]"]),
    [
      "+ rbac-stage kubernetes_role_binding_v1.devs__Role__logs__team-0",
      "+ rbac-stage kubernetes_role_v1.Role__logs__team-0",
    ],
  ],
]);
