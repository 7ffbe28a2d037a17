import { withoutTemplates } from "../../constructs/terraform/text-in-expression";
import { microsoftGraph } from "../../model/login/microsoft-graph";
import type { Phase } from "../../model/permissions/need";
import type { StackPermissions } from "../../model/permissions/stack-permissions";
import { graphPermissions } from "./graph-permissions";
import { policiesOf } from "./iam";

/** Terraform that gives an application the permissions of Microsoft Graph, and makes IAM policies. */
export function inTerraform(stacks: readonly StackPermissions[], phase: Phase): string {
  const needed = [...graphPermissions(stacks, phase).keys()];
  const policies = Object.entries(policiesOf(stacks, phase));
  return [...(needed.length === 0 ? [] : [graphOf(needed)]), ...policies.map(policyOf)].join("\n\n");
}

const graphOf = (permissions: readonly string[]) => `variable "client_id" {
  description = "Client ID of the deploying application."
  type        = string
}

data "azuread_service_principal" "microsoft_graph" {
  client_id = "${microsoftGraph}"
}

data "azuread_service_principal" "deployer" {
  client_id = var.client_id
}

resource "azuread_app_role_assignment" "deployer" {
  for_each            = toset(${JSON.stringify(permissions)})
  app_role_id         = data.azuread_service_principal.microsoft_graph.app_role_ids[each.key]
  principal_object_id = data.azuread_service_principal.deployer.object_id
  resource_object_id  = data.azuread_service_principal.microsoft_graph.object_id
}`;

// The path of a role may hold what begins a template in HCL.
function policyOf([identity, policy]: [string, object], index: number): string {
  const label = index === 0 ? "deployer" : `deployer_${String(index + 1)}`;
  return `# For ${identity}
resource "aws_iam_policy" "${label}" {
  name   = "${label.replaceAll("_", "-")}"
  policy = jsonencode(${withoutTemplates(JSON.stringify(policy, null, 2)).replaceAll("\n", "\n  ")})
}`;
}
