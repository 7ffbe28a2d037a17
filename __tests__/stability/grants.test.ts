import { describeEdits, edited } from "./edits";

describeEdits([
  [
    "a grant comes first",
    edited(["    grants:\n", "    grants:\n      - { group: devs, clusterRole: edit, namespaces: [team-c] }\n"]),
    ["+ rbac-prod kubernetes_role_binding_v1.devs__ClusterRole__edit__team-c"],
  ],
  [
    "a grant goes",
    edited(["      - { group: admins, clusterRole: cluster-admin }\n", ""]),
    [
      "~ rbac-prod data.terraform_remote_state.people",
      "- rbac-prod kubernetes_cluster_role_binding_v1.admins__ClusterRole__cluster-admin",
    ],
  ],
  [
    "grants change places",
    edited(
      ["      - { group: admins, clusterRole: cluster-admin }\n", ""],
      ["[team-a, team-b] }\n", "[team-a, team-b] }\n      - { group: admins, clusterRole: cluster-admin }\n"],
    ),
    [],
  ],
  [
    "a grant gets another role",
    edited(["clusterRole: edit", "clusterRole: admin"]),
    [
      "+ rbac-stage kubernetes_cluster_role_binding_v1.devs__ClusterRole__admin",
      "- rbac-stage kubernetes_cluster_role_binding_v1.devs__ClusterRole__edit",
    ],
  ],
  [
    "a namespace comes first",
    edited(["[team-a, team-b]", "[team-0, team-a, team-b]"]),
    ["+ rbac-prod kubernetes_role_binding_v1.devs__ClusterRole__view__team-0"],
  ],
  [
    "a namespace goes",
    edited(["[team-a, team-b]", "[team-b]"]),
    ["- rbac-prod kubernetes_role_binding_v1.devs__ClusterRole__view__team-a"],
  ],
  ["namespaces change places", edited(["[team-a, team-b]", "[team-b, team-a]"]), []],
]);
