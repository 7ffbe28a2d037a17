import { own } from "../../../model/own";
/** What of a resource Terraform cannot change in place, and what it does not compare. */
export interface ArgumentsOfType {
  /**
   * Arguments by which another resource comes about; `metadata.name` is one inside a block, `oidc.*` is each of a block.
   * A block that is named alone only replaces when it comes or goes.
   */
  readonly replace: readonly string[];
  /**
   * Arguments that stand in no state, so that no plan compares them.
   *
   * @default - none
   */
  readonly writeOnly?: readonly string[];
  /** Where the provider says so: its repository, version and file. */
  readonly source: string;
}

const azuread = (file: string) => `hashicorp/terraform-provider-azuread v3.9.0 internal/services/${file}_resource.go`;
const kubernetes = (file: string) => `hashicorp/terraform-provider-kubernetes v3.2.1 kubernetes/${file}.go`;
const aws = (file: string) => `hashicorp/terraform-provider-aws internal/service/${file}.go`;
const msgraph = (file: string) => `microsoft/terraform-provider-msgraph internal/services/${file}.go`;
const time = (file: string) => `hashicorp/terraform-provider-time v0.14.0 internal/provider/${file}.go`;

const ofCluster = ["metadata.name"];
const inNamespace = ["metadata.name", "metadata.namespace"];

/**
 * `ForceNew` and `RequiresReplace` of every type of resource that this program makes: the schema that Terraform prints does not
 * tell them. Only arguments that it writes are listed.
 */
export const argumentsOfTypes: Readonly<Record<string, ArgumentsOfType>> = {
  aws_eks_identity_provider_config: {
    replace: ["cluster_name", "oidc.*"],
    source: aws("eks/identity_provider_config"),
  },
  aws_secretsmanager_secret: { replace: ["name"], source: aws("secretsmanager/secret") },
  aws_secretsmanager_secret_version: {
    replace: ["secret_id", "secret_string_wo_version"],
    writeOnly: ["secret_string_wo"],
    source: aws("secretsmanager/secret_version"),
  },
  azuread_app_role_assignment: {
    replace: ["app_role_id", "principal_object_id", "resource_object_id"],
    source: azuread("approleassignments/app_role_assignment"),
  },
  azuread_application: { replace: [], source: azuread("applications/application") },
  azuread_application_password: {
    replace: ["application_id", "display_name", "end_date", "rotate_when_changed.*"],
    source: azuread("applications/application_password"),
  },
  azuread_conditional_access_policy: { replace: [], source: azuread("conditionalaccess/conditional_access_policy") },
  azuread_group: { replace: ["assignable_to_role", "types"], source: azuread("groups/group") },
  azuread_group_member: { replace: ["group_object_id", "member_object_id"], source: azuread("groups/group_member") },
  azuread_named_location: { replace: ["country", "ip"], source: azuread("conditionalaccess/named_location") },
  azuread_service_principal: { replace: ["client_id"], source: azuread("serviceprincipals/service_principal") },
  azuread_service_principal_claims_mapping_policy_assignment: {
    replace: ["claims_mapping_policy_id", "service_principal_id"],
    source: azuread("serviceprincipals/service_principal_claims_mapping_policy_assignment"),
  },
  azuread_service_principal_delegated_permission_grant: {
    replace: ["resource_service_principal_object_id", "service_principal_object_id"],
    source: azuread("serviceprincipals/service_principal_delegated_permission_grant"),
  },
  kubernetes_cluster_role_binding_v1: {
    replace: [...ofCluster, "role_ref.*"],
    source: kubernetes("resource_kubernetes_cluster_role_binding_v1"),
  },
  kubernetes_cluster_role_v1: { replace: ofCluster, source: kubernetes("resource_kubernetes_cluster_role_v1") },
  kubernetes_role_binding_v1: {
    replace: [...inNamespace, "role_ref.*"],
    source: kubernetes("resource_kubernetes_role_binding_v1"),
  },
  kubernetes_role_v1: { replace: inNamespace, source: kubernetes("resource_kubernetes_role_v1") },
  kubernetes_secret_v1: {
    replace: inNamespace,
    writeOnly: ["data_wo"],
    source: kubernetes("resource_kubernetes_secret_v1"),
  },
  msgraph_resource: { replace: [], source: msgraph("msgraph_resource") },
  msgraph_resource_action: { replace: ["method", "resource_url"], source: msgraph("msgraph_resource_action") },
  msgraph_update_resource: { replace: [], source: msgraph("msgraph_update_resource") },
  // What changes it replaces it by a trigger.
  rhcs_identity_provider: {
    replace: [],
    source: "terraform-redhat/terraform-provider-rhcs v1.7.7 provider/identityprovider/identity_provider_resource.go",
  },
  terraform_data: {
    replace: ["triggers_replace", "triggers_replace.*"],
    source: "hashicorp/terraform internal/builtin/providers/terraform/resource_data.go",
  },
  // A rotation that has passed replaces it too: no file says when.
  time_rotating: { replace: ["rfc3339"], source: time("resource_time_rotating") },
  time_static: { replace: ["rfc3339", "triggers.*"], source: time("resource_time_static") },
};

/** Whether a change of an argument replaces the resource. */
export function replaces(type: string, argument: string): boolean {
  const { replace = [] } = own(argumentsOfTypes, type) ?? {};
  return replace.some((name) =>
    name.endsWith(".*") ? argument === name.slice(0, -2) || argument.startsWith(name.slice(0, -1)) : argument === name,
  );
}
