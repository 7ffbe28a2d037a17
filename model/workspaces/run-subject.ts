import type { Phase } from "../permissions/need";

/** What names a workspace in the token of a run. */
export interface RunOf {
  readonly organization: string;
  readonly project: string;
  readonly workspace: string;
}

/**
 * The subject of the token that HCP Terraform gives a run, letter by letter:
 * developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/workload-identity-tokens
 */
export const runSubject = ({ organization, project, workspace }: RunOf, phase: Phase) =>
  `organization:${organization}:project:${project}:workspace:${workspace}:run_phase:${phase}`;
