import type { Access } from "../../../../config/schema/access";
import type { Action, StackChange } from "../address-change";
import type { ComingAndGoing } from "../coming-and-going";

/** What people feel of a change. */
export interface Cost {
  /** Never renamed: programs read it. */
  readonly id: string;
  readonly sentence: string;
}

/** What a cost follows from. */
export interface Changed {
  /** Nothing if there was no access file. */
  readonly before: Access | undefined;
  readonly after: Access;
  readonly people: ComingAndGoing;
  readonly stacks: readonly StackChange[];
}

/** The names of resources of a type to which something happens, with the stacks; none that Terraform refuses. */
export function changedOf(
  { stacks }: Changed,
  type: string,
  action: Action,
): { readonly stack: string; readonly name: string }[] {
  return stacks.flatMap(({ stack, addresses }) =>
    addresses
      .filter((change) => !change.refused && change.action === action && change.address.startsWith(`${type}.`))
      .map(({ address }) => ({ stack, name: address.slice(type.length + 1) })),
  );
}
