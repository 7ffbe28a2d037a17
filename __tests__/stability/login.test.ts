import { describeEdits, edited, file } from "./edits";

describeEdits([
  ["nothing but a comment", `# reviewed in spring\n${file}`, []],
  [
    "the prefix of groups changes",
    edited(["{ name: eks }", '{ name: eks, groups: { prefix: "aad:" } }']),
    [
      "~ eks-prod aws_eks_identity_provider_config.association",
      "~ eks-stage aws_eks_identity_provider_config.association",
      "~ rbac-prod kubernetes_cluster_role_binding_v1.admins__ClusterRole__cluster-admin",
      "~ rbac-prod kubernetes_role_binding_v1.devs__ClusterRole__view__team-a",
      "~ rbac-prod kubernetes_role_binding_v1.devs__ClusterRole__view__team-b",
      "~ rbac-stage kubernetes_cluster_role_binding_v1.devs__ClusterRole__edit",
      "~ rbac-stage kubernetes_role_binding_v1.devs__Role__logs__team-a",
    ],
  ],
  [
    "the prefix of user names changes",
    edited(["{ name: eks }", '{ name: eks, username: { prefix: "aad:" } }']),
    [
      "~ eks-prod aws_eks_identity_provider_config.association",
      "~ eks-stage aws_eks_identity_provider_config.association",
    ],
  ],
  ["the issuer changes", edited(["{ name: eks }", "{ name: eks, issuer: v1 }"]), ["~ login output.issuer_url"]],
  [
    "the application's name changes",
    edited(["{ name: eks }", "{ name: sign-in }"]),
    ["~ login azuread_application.login", "~ login msgraph_resource.claims-policy"],
  ],
  [
    "only assigned groups may sign in",
    edited(["{ name: eks }", "{ name: eks, groups: { emit: assigned } }"]),
    [
      "+ login azuread_app_role_assignment.admins",
      "+ login azuread_app_role_assignment.devs",
      "~ login azuread_application.login",
      "~ login azuread_service_principal.login",
      "+ login data.terraform_remote_state.people",
      "+ login import.1",
      "+ login import.2",
      "+ login locals.assigned_principals",
      "+ login locals.state_of_people",
    ],
  ],
  [
    "a version range changes",
    `${file}terraform: { providers: { azuread: "~> 3.9" } }\n`,
    ["~ login terraform.required_providers", "~ people terraform.required_providers"],
  ],
  [
    "a danger is allowed",
    `${file}allow: [replace-association]\n`,
    [
      "~ eks-prod aws_eks_identity_provider_config.association",
      "~ eks-stage aws_eks_identity_provider_config.association",
    ],
  ],
]);
