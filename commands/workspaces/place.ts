import { given } from "../../config/mistake";
import { NoAnswer } from "../../config/no-answer";
import type { Access } from "../../config/schema/access";
import { CloudBackend } from "../../config/schema/states/cloud-state";
import type { WorkspacesPlace } from "../../model/workspaces/workspace";

/** What the command line says of the place. */
export interface WantedPlace {
  /**
   * The organization.
   *
   * @default - that of the access file
   */
  readonly organization?: string;
  /**
   * The project.
   *
   * @default - that of the access file, or "Default Project", as HCP Terraform calls it
   */
  readonly project?: string;
}

/** Of an access file that keeps its states elsewhere. */
const usualPrefix = "entra-eks-";

/** Where the workspaces are: what `backend` says, and what it does not say from the command line. */
export function workspacesPlace(
  { backend, terraform }: Pick<Access, "backend" | "terraform">,
  wanted: WantedPlace,
): WorkspacesPlace {
  if (terraform.flavour !== "terraform")
    throw new NoAnswer(`HCP Terraform runs Terraform, and this file has terraform.flavour: ${terraform.flavour}`);
  const { organization, project } = wanted;
  if (backend.type === "cloud") {
    refuseOther("--organization", organization, backend.organization);
    refuseOther("--project", project, backend.project);
    return { ...backend, project: backend.project ?? named(backend, project) };
  }
  if (organization === undefined)
    throw new NoAnswer(
      `workspaces keep states in HCP Terraform, and the backend of this file is ${backend.type}; write backend: { type: cloud, organization: …, prefix: ${usualPrefix} }, or name an organization with --organization to see what they would be`,
    );
  const { hostname, ...rest } = parsed({ organization, prefix: usualPrefix });
  return { ...rest, hostname, project: named(rest, project) };
}

function refuseOther(option: string, wanted: string | undefined, written: string | undefined): void {
  if (wanted === undefined || written === undefined || wanted === written) return;
  throw new NoAnswer(
    `${option} must be ${written}, as backend in the access file says, got ${given(wanted) ?? ""}; the Terraform of each stack names it too`,
  );
}

function named(rest: { readonly organization: string; readonly prefix: string }, project = "Default Project"): string {
  return parsed({ ...rest, project }).project ?? project;
}

function parsed(backend: { readonly organization: string; readonly prefix: string; readonly project?: string }) {
  const { organization, prefix, project } = backend;
  const { success, data, error } = CloudBackend.safeParse({
    type: "cloud",
    organization,
    prefix,
    ...(project === undefined ? {} : { project }),
  });
  if (success) return data;
  const [issue] = error.issues;
  throw new NoAnswer(`--${String(issue?.path[0])} ${issue?.message ?? ""}`);
}
