import { DataTerraformRemoteState, NamedRemoteWorkspace, TerraformBackend, type TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import type { CloudPlace } from "../../model/states/state-place";

/**
 * The block `cloud` of a stack: one named workspace. CDKTF's own CloudBackend runs `terraform version` for each stack, so
 * that nothing could be synthesized without Terraform.
 */
class CloudBlock extends TerraformBackend {
  constructor(
    stack: TerraformStack,
    private readonly place: CloudPlace,
  ) {
    super(stack, "backend", "cloud");
  }

  /** It stands beside `backend`, not in it. */
  override toTerraform() {
    const { hostname, organization, workspace, project } = this.place;
    const workspaces = { name: workspace, ...(project === undefined ? {} : { project }) };
    return { terraform: { cloud: { hostname, organization, workspaces } } };
  }

  override getRemoteStateDataSource(scope: Construct, name: string): DataTerraformRemoteState {
    return readFromCloud(scope, name, this.place);
  }
}

/** Gives a stack a workspace. Credentials come from `terraform login` or `TF_TOKEN_*`. */
export function keepInCloud(stack: TerraformStack, place: CloudPlace): void {
  new CloudBlock(stack, place);
}

/** Reads the state of a stack from its workspace, which has to be shared with the reader's. */
export function readFromCloud(
  reader: Construct,
  owner: string,
  { hostname, organization, workspace }: CloudPlace,
): DataTerraformRemoteState {
  const workspaces = new NamedRemoteWorkspace(workspace);
  return new DataTerraformRemoteState(reader, owner, { hostname, organization, workspaces });
}
