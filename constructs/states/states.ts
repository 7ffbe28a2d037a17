import type { TerraformStack } from "cdktf";
import type { PlacedAccess } from "../../model/placed-access";
import { placeInWords, statePlace, type StatePlace } from "../../model/states/state-place";
import { reference, type Expression } from "../terraform/expression";
import { keepInCloud, readFromCloud } from "./cloud-state";
import { keepInFile, readFromFile } from "./local-state";
import { keepInS3, readFromS3 } from "./s3-state";

/** What must hold of another stack's outputs before they are used; `self` is its remote state. */
export interface OutputsCondition {
  /** What must be true. */
  readonly condition: Expression;
  readonly errorMessage: string;
}

/** Where the stacks of one access file keep their states, and how one reads the outputs of another. */
export class States {
  constructor(private readonly file: PlacedAccess) {}

  /** Gives a stack its state. */
  keep(stack: TerraformStack): void {
    // CDKTF would resolve every token twice, the first time to find its own cross-stack references. There are none: see read.
    stack.prepareStack = () => undefined;
    const place = this.place(stack);
    switch (place.type) {
      case "local":
        keepInFile(stack, place);
        return;
      case "s3":
        keepInS3(stack, place);
        return;
      case "cloud":
        keepInCloud(stack, place);
        return;
    }
  }

  /**
   * Makes a stack depend on another and read its outputs.
   *
   * CDKTF's own cross-stack references would make one hidden output for each attribute in the owner, so that a group's
   * first grant would change the owner too.
   *
   * @returns the owner's outputs
   */
  read(reader: TerraformStack, owner: TerraformStack, { condition, errorMessage }: OutputsCondition): Expression {
    reader.addDependency(owner);
    const state = remoteState(reader, owner.node.id, this.place(owner));
    state.addOverride("lifecycle.postcondition", [{ condition: condition.template, error_message: errorMessage }]);
    return reference("data.terraform_remote_state", state.friendlyUniqueId, "outputs");
  }

  /** What tells the state of a stack from every other: where it is kept. */
  nameOf(stack: TerraformStack): string {
    return placeInWords(this.place(stack));
  }

  private place(stack: TerraformStack): StatePlace {
    return statePlace(this.file, stack.node.id);
  }
}

function remoteState(reader: TerraformStack, owner: string, place: StatePlace) {
  switch (place.type) {
    case "local":
      return readFromFile(reader, owner, place);
    case "s3":
      return readFromS3(reader, owner, place);
    case "cloud":
      return readFromCloud(reader, owner, place);
  }
}
