import { DataTerraformRemoteStateLocal, LocalBackend, TerraformLocal, type TerraformStack } from "cdktf";
import { shown } from "../../config/text/shown";
import type { LocalPlace } from "../../model/states/state-place";
import { expression, reference } from "../terraform/expression";
import { literal } from "../terraform/literal";
import { template } from "../terraform/template";

/** Gives a stack a state file. */
export function keepInFile(stack: TerraformStack, { path }: LocalPlace): void {
  // Terraform evaluates nothing in this block: an escaped path would be another one.
  new LocalBackend(stack, { path });
}

/** Reads the state file of a stack. Terraform says only that there is no state; which stack to deploy is said before. */
export function readFromFile(reader: TerraformStack, owner: string, place: LocalPlace): DataTerraformRemoteStateLocal {
  const path = literal(place.path);
  const state = new DataTerraformRemoteStateLocal(reader, owner, { path });
  // A condition has to refer to an object: the path alone would not do.
  const file = new TerraformLocal(reader, `state_of_${owner}`, path);
  state.addOverride("lifecycle.precondition", [
    {
      condition: expression`fileexists(${reference("local", file.friendlyUniqueId)})`.template,
      error_message: template`The stack "${owner}" has no state at ${shown(place.path)} yet. Deploy ${owner} first: npx cdktf deploy '*'`,
    },
  ]);
  return state;
}
