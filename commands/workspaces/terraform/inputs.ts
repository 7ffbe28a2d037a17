/** The variables: what the access file does not know. */
export const inputs = `variable "azure_client_ids" {
  description = "Client IDs of the deploying applications: stack => phase => ID. Phases are plan, apply, and run where both need the same. \\"*\\" stands for every stack without an entry of its own."
  type        = map(map(string))
}

variable "aws_role_arns" {
  description = "ARNs of the deploying roles, as azure_client_ids."
  type        = map(map(string))
  default     = {}
}

variable "repository" {
  description = "Repository that holds cdktf.out, for VCS-driven runs: github_app_installation_id or oauth_token_id says how HCP Terraform reads it. null: you start runs with the CLI."
  type = object({
    identifier                 = string
    branch                     = optional(string)
    github_app_installation_id = optional(string)
    oauth_token_id             = optional(string)
  })
  default = null
  validation {
    condition     = var.repository == null || length(compact([try(var.repository.github_app_installation_id, ""), try(var.repository.oauth_token_id, "")])) == 1
    error_message = "A repository needs github_app_installation_id or oauth_token_id, and not both."
  }
}

variable "agent_pool_id" {
  description = "Pool of agents that run Terraform in your network, for API servers with a private endpoint. null: runners of HCP Terraform."
  type        = string
  default     = null
}

variable "first_runs" {
  description = "Whether the first run of each workspace is started here, in order. It needs a repository."
  type        = bool
  default     = true
}

variable "confirm_first_runs" {
  description = "Whether somebody has to confirm each first run in HCP Terraform, which this waits for."
  type        = bool
  default     = true
}

variable "terraform_version" {
  description = "Version of Terraform in the workspaces, or a range."
  type        = string
  default     = "~> 1.11"
}`;
