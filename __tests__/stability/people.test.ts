import { describeEdits, edited } from "./edits";

describeEdits([
  [
    "a member comes",
    edited(["[ada@contoso.com]", "[ada@contoso.com, grace@contoso.com]"]),
    ["~ people azuread_group.admins"],
  ],
  ["a member goes", edited(["[bob@contoso.com, carol", "[carol"]), ["~ people azuread_group.devs"]],
  [
    "members change places",
    edited(["[bob@contoso.com, carol@contoso.com]", "[carol@contoso.com, bob@contoso.com]"]),
    [],
  ],
  [
    "a group comes",
    edited(["  devs: {", "  auditors: {}\n  devs: {"]),
    ["+ people azuread_group.auditors", "~ people output.group_object_ids"],
  ],
  [
    "a group goes, with its grant",
    edited(
      ["  admins: { members: [ada@contoso.com] }\n", ""],
      ["      - { group: admins, clusterRole: cluster-admin }\n", ""],
    ),
    [
      "- people azuread_group.admins",
      "~ people output.group_object_ids",
      "~ rbac-prod data.terraform_remote_state.people",
      "- rbac-prod kubernetes_cluster_role_binding_v1.admins__ClusterRole__cluster-admin",
    ],
  ],
  [
    "a group's display name changes",
    edited(["Developers", "Engineers"]),
    [
      "~ people azuread_group.devs",
      "~ rbac-prod kubernetes_role_binding_v1.devs__ClusterRole__view__team-a",
      "~ rbac-prod kubernetes_role_binding_v1.devs__ClusterRole__view__team-b",
      "~ rbac-stage kubernetes_cluster_role_binding_v1.devs__ClusterRole__edit",
      "~ rbac-stage kubernetes_role_binding_v1.devs__Role__logs__team-a",
    ],
  ],
]);
