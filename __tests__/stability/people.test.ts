import { synth } from "../synth";
import { changesBetween } from "./addresses";
import { describeEdits, edited, file } from "./edits";

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
  [
    "an owner comes",
    edited(["  admins: { members", "  admins: { owners: [grace@contoso.com], members"]),
    ["~ people azuread_group.admins"],
  ],
  [
    "a group comes into another",
    edited(["  devs: { displayName", "  devs: { groups: [admins], displayName"]),
    ["~ people azuread_group.devs"],
  ],
  [
    "a group is others' from now on: it is let go, and its grants stay",
    edited(["  devs: { displayName", "  devs: { existing: true, displayName"]),
    [
      "- people azuread_group.devs",
      "+ people azuread_group_member.devs",
      "+ people check.role_assignable_devs",
      "+ people import.0",
      "~ people output.group_object_ids",
      "+ people removed.0",
    ],
  ],
  [
    "the first guest comes, into a group",
    edited(
      ["groups:\n", "guests: [gus@fabrikam.com]\ngroups:\n"],
      ["[bob@contoso.com, carol", "[bob@contoso.com, gus@fabrikam.com, carol"],
    ),
    ["~ people azuread_group.devs", "~ people check.unknown_members", "+ users"],
  ],
]);

const withUsers = (lines: string, guests = "gus@fabrikam.com, pia@fabrikam.com") =>
  synth(`${file}guests: [${guests}]\n`.replace("users:\n", `users:\n${lines}`));
const nora = "  nora@contoso.com: { create: { displayName: Nora } }\n";
const otto = "  otto@contoso.com: { create: { displayName: Otto } }\n";
const before = withUsers(nora);
const inUsers = (after: ReturnType<typeof synth>) =>
  changesBetween(before, after).filter((change) => change.includes(" users "));

test("a person to be made comes first: nobody else is touched", () => {
  expect(inUsers(withUsers(otto + nora))).toEqual([
    "~ users locals.account_ids",
    "+ users msgraph_resource_action.otto_40_contoso_2e_com",
    "+ users msgraph_resource_action.otto_40_contoso_2e_com__arrived",
    "+ users terraform_data.otto_40_contoso_2e_com",
  ]);
});

test("a guest comes first and another goes: nobody else is touched", () => {
  expect(inUsers(withUsers(nora, "al@fabrikam.com, pia@fabrikam.com"))).toEqual([
    "+ users msgraph_resource_action.al_40_fabrikam_2e_com",
    "+ users msgraph_resource_action.al_40_fabrikam_2e_com__arrived",
    "- users msgraph_resource_action.gus_40_fabrikam_2e_com",
    "- users msgraph_resource_action.gus_40_fabrikam_2e_com__arrived",
  ]);
});
