import { z } from "zod";

/** What every access file needs behind the prefix; longer names are judged by a rule, where a file has such stacks. */
const room = 10;

/** Longer workspace names are not wanted: developer.hashicorp.com/terraform/cloud-docs/workspaces/create */
export const longestWorkspaceName = 90;

/** developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/organizations */
const Organization = z.string().regex(/^[A-Za-z0-9_-]+$/, "must be an organization's name: letters, digits, - and _");

/** hashicorp/terraform-provider-tfe, internal/provider/resource_tfe_project.go */
const Project = z
  .string()
  .regex(
    /^(?=.{3,40}$)[A-Za-z0-9_-][A-Za-z0-9_ -]+[A-Za-z0-9_-]$/,
    "must be a project's name: 3 to 40 letters, digits, spaces, - and _, no space at either end",
  );

const WorkspacePrefix = z
  .string()
  .regex(
    new RegExp(`^[A-Za-z0-9_-]{1,${String(longestWorkspaceName - room)}}$`),
    `must be 1 to ${String(longestWorkspaceName - room)} letters, digits, - and _`,
  );

const label = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
const Hostname = z
  .string()
  .regex(
    new RegExp(`^(?=.{1,253}(:|$))(${label}\\.)+${label}(:\\d{1,5})?$`),
    "must be a host name in lower case, such as tfe.contoso.com",
  );

/** None of its values can hold what begins a template in Terraform. */
export const CloudBackend = z.strictObject({
  type: z
    .literal("cloud")
    .describe("States are in HCP Terraform or Terraform Enterprise, one workspace for each stack."),
  organization: Organization.describe("The organization. It must exist."),
  project: Project.optional().describe(
    "Project in which Terraform creates the workspaces. Terraform creates the project too. Default: the organization's default project.",
  ),
  prefix: WorkspacePrefix.describe("Text before the name of a stack. Both together are the name of the workspace."),
  hostname: Hostname.default("app.terraform.io").describe("Host of Terraform Enterprise, with its port if it has one."),
});
