import { DataTerraformRemoteStateLocal, LocalBackend, TerraformLocal, type TerraformStack } from "cdktf";
import type { AccessFile } from "../config/load";
import { stateFile } from "../model/state-file";
import { literal } from "./literal";

/** What must hold of another stack's outputs before they are used; `self` is its remote state. */
export interface OutputsCondition {
  /** Expression that must be true, as `${…}`. */
  readonly condition: string;
  readonly errorMessage: string;
}

/** Where the stacks of one access file keep their states, and how one reads the outputs of another. */
export class States {
  constructor(private readonly file: Pick<AccessFile, "access" | "directory">) {}

  /** Gives a stack its state. The path is absolute: it must not follow the working directory or the output folder. */
  keep(stack: TerraformStack): void {
    new LocalBackend(stack, { path: this.path(stack) });
  }

  /**
   * Makes a stack depend on another and read its outputs.
   *
   * CDKTF's own cross-stack references would make one hidden output for each attribute in the owner, so that a group's
   * first grant would change the owner too.
   *
   * @returns the owner's outputs, as an expression without `${}`
   */
  read(reader: TerraformStack, owner: TerraformStack, { condition, errorMessage }: OutputsCondition): string {
    reader.addDependency(owner);
    const name = owner.node.id;
    const path = this.path(owner);
    const state = new DataTerraformRemoteStateLocal(reader, name, { path });
    // A condition has to refer to an object: the path alone would not do.
    const file = new TerraformLocal(reader, `state_of_${name}`, path);
    state.addOverride("lifecycle", {
      precondition: [
        {
          condition: `\${fileexists(local.${file.friendlyUniqueId})}`,
          error_message: `The stack "${name}" has no state at ${path} yet. Deploy ${name} first: npx cdktf deploy '*'`,
        },
      ],
      postcondition: [{ condition, error_message: errorMessage }],
    });
    return `data.terraform_remote_state.${state.friendlyUniqueId}.outputs`;
  }

  private path(stack: TerraformStack): string {
    return literal(stateFile(this.file, stack.node.id));
  }
}
