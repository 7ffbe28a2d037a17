/** What is made of each workspace. */
export const made = `data "tfe_project" "place" {
  name = local.project
  lifecycle {
    precondition {
      condition     = length(local.lacking) == 0
      error_message = "These stacks have no identity in azure_client_ids or aws_role_arns: \${join("; ", local.lacking)}."
    }
  }
}

resource "tfe_workspace" "stack" {
  for_each          = local.workspaces
  name              = each.value.name
  project_id        = data.tfe_project.place.id
  terraform_version = var.terraform_version
  queue_all_runs    = false
  working_directory = var.repository == null || each.value.execution_mode == "local" ? null : each.value.working_directory
  trigger_patterns  = var.repository == null || each.value.execution_mode == "local" ? null : ["\${each.value.working_directory}/**"]

  dynamic "vcs_repo" {
    for_each = var.repository == null || each.value.execution_mode == "local" ? [] : [var.repository]
    content {
      identifier                 = vcs_repo.value.identifier
      branch                     = vcs_repo.value.branch
      github_app_installation_id = vcs_repo.value.github_app_installation_id
      oauth_token_id             = vcs_repo.value.oauth_token_id
    }
  }
}

resource "tfe_workspace_settings" "stack" {
  for_each                  = local.workspaces
  workspace_id              = tfe_workspace.stack[each.key].id
  execution_mode            = each.value.execution_mode == "remote" && var.agent_pool_id != null ? "agent" : each.value.execution_mode
  agent_pool_id             = each.value.execution_mode == "remote" ? var.agent_pool_id : null
  auto_apply                = false
  global_remote_state       = false
  project_remote_state      = false
  remote_state_consumer_ids = [for reader in each.value.read_by : tfe_workspace.stack[reader].id]
}

resource "tfe_variable" "stack" {
  for_each     = local.variables
  workspace_id = tfe_workspace.stack[each.value.stack].id
  category     = "env"
  key          = each.value.key
  value        = each.value.value
}

resource "tfe_variable" "identity" {
  for_each     = local.identities
  workspace_id = tfe_workspace.stack[each.value.stack].id
  category     = "env"
  key          = each.value.key
  value        = local.found[each.key][0]
}`;

/** For whoever makes federated credentials and trust policies. */
export const output = `output "subjects" {
  description = "sub of the tokens of each workspace's runs: of a plan, and of an apply."
  value       = { for stack, one in local.workspaces : stack => one.subjects if one.execution_mode == "remote" }
}`;
