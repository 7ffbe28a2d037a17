import type { Workspace, WorkspacesPlace } from "../../model/workspaces/workspace";
import { inputs } from "./terraform/inputs";
import { text } from "./terraform/literals";
import { locals } from "./terraform/locals";
import { made, output } from "./terraform/made";
import { firstRun, triggers } from "./terraform/runs";

/** Terraform of the provider hashicorp/tfe that makes the workspaces, their settings, variables, run triggers and first runs. */
export function inTerraform(
  workspaces: readonly Workspace[],
  place: WorkspacesPlace,
  notes: readonly string[],
): string {
  const remote = workspaces.filter(({ execution }) => execution === "remote");
  const first = remote.map(({ stack, after }) => firstRun(stack, after));
  return [
    notes.map((note) => `# ${note}`).join("\n"),
    head(place),
    inputs,
    locals(workspaces, place),
    made,
    ...first,
    triggers(remote),
    output,
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

/** 0.79 was tried; the arguments for remote state moved to tfe_workspace_settings long before, and 0.80 changes none of these. */
const head = ({ hostname, organization }: WorkspacesPlace) => `terraform {
  required_version = ">= 1.11"
  required_providers {
    tfe = {
      source  = "hashicorp/tfe"
      version = ">= 0.79, < 1"
    }
  }
}

provider "tfe" {
  hostname     = ${text(hostname)}
  organization = ${text(organization)}
}`;
