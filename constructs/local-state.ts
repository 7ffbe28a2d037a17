import { DataTerraformRemoteStateLocal, LocalBackend, TerraformLocal, type TerraformStack } from "cdktf";
import type { LocalPlace } from "../model/state-place";
import { literal } from "./literal";
import { expression, reference } from "./terraform/expression";
import { template } from "./terraform/template";

/** Gives a stack a state file. */
export function keepInFile(stack: TerraformStack, { path }: LocalPlace): void {
  new LocalBackend(stack, { path: literal(path) });
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
      error_message: template`The stack "${owner}" has no state at ${place.path} yet. Deploy ${owner} first: npx cdktf deploy '*'`,
    },
  ]);
  return state;
}
