import { TerraformOutput, type TerraformStack } from "cdktf";
import { addCheck } from "../terraform/check";
import { expression } from "../terraform/expression";
import { template } from "../terraform/template";
import type { DirectoryPeople } from "./directory-people";

export interface UnknownPeopleProps {
  /** Who was looked up, if anybody was. */
  readonly people: DirectoryPeople | undefined;
  /** What the output holds, in a sentence. */
  readonly description: string;
  /** Who they are and what they go without: `members, so they are in no group`. */
  readonly without: string;
  /** What to do, in full sentences. */
  readonly remedy: string;
}

/** Whom the directory does not know, in an output; a check of the same name warns of them. */
export function publishUnknown(
  stack: TerraformStack,
  name: string,
  { people, description, without, remedy }: UnknownPeopleProps,
): void {
  const value = people === undefined ? [] : people.unknown.template;
  new TerraformOutput(stack, name, { staticId: true, description, value });
  if (people === undefined) return;
  addCheck(stack, name, {
    condition: expression`length(${people.unknown}) == 0`,
    errorMessage: template`The directory does not know these ${without}: ${expression`join(", ", ${people.unknown})`}. ${remedy}`,
  });
}
