import { tenant } from "../access-text";
import { describeEdits, edited, file } from "./edits";

describeEdits([
  [
    "a cluster comes",
    edited([
      "  stage:\n",
      "  dev:\n    eks: { name: dev-eks, region: eu-west-1 }\n    grants: [{ group: devs, clusterRole: edit }]\n  stage:\n",
    ]),
    ["+ eks-dev", "+ rbac-dev"],
  ],
  [
    "a cluster that is not EKS comes",
    edited([
      "  stage:\n",
      "  dev:\n    kubernetes: { kubeconfig: config, context: kind-dev }\n    grants: [{ group: devs, clusterRole: edit }]\n  stage:\n",
    ]),
    ["+ rbac-dev"],
  ],
  [
    "a cluster is to be absent",
    edited([
      "    eks: { name: stage-eks, region: eu-central-1 }\n",
      "    eks: { name: stage-eks, region: eu-central-1 }\n    state: absent\n",
    ]),
    [
      "- eks-stage aws_eks_identity_provider_config.association",
      "- eks-stage check.audit_log",
      "- eks-stage data.aws_eks_cluster.cluster",
      "- eks-stage data.terraform_remote_state.login",
      "- eks-stage locals.state_of_login",
      "- eks-stage output.association_arn",
      "- eks-stage output.certificate_authority",
      "- eks-stage output.cluster_name",
      "- eks-stage output.endpoint",
      "- rbac-stage data.kubernetes_all_namespaces.namespaces",
      "- rbac-stage data.terraform_remote_state.people",
      "- rbac-stage kubernetes_cluster_role_binding_v1.devs__ClusterRole__edit",
      "- rbac-stage kubernetes_role_binding_v1.devs__Role__logs__team-a",
      "- rbac-stage kubernetes_role_v1.Role__logs__team-a",
      "- rbac-stage locals.state_of_people",
    ],
  ],
  ["a cluster goes", file.slice(0, file.indexOf("  stage:")), ["- eks-stage", "- rbac-stage"]],
  [
    "a required claim comes",
    edited(["{ tid:", '{ ver: "2.0", tid:']),
    ["~ eks-prod aws_eks_identity_provider_config.association"],
  ],
  [
    "a required claim goes",
    edited([`    requiredClaims: { tid: ${tenant} }\n`, ""]),
    ["~ eks-prod aws_eks_identity_provider_config.association"],
  ],
]);
