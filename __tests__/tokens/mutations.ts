import { claimMutations, distributedMutations, ownMutations } from "./claim-mutations";
import type { TokenWorld } from "./draft";
import { headerMutations } from "./header-mutations";
import type { Mutation } from "./mutation";
import { partMutations } from "./part-mutations";
import { textMutations } from "./text-mutations";

/** Everything that can be different from a valid token. */
export interface Mutations {
  /** What means something else to each authenticator. */
  readonly own: readonly Mutation[];
  /** What means the same to all of them. */
  readonly others: readonly Mutation[];
}

export const mutationsOf = (world: TokenWorld): Mutations => ({
  own: ownMutations(world),
  others: [
    ...claimMutations(world),
    ...distributedMutations(world),
    ...headerMutations(world),
    ...textMutations,
    ...partMutations,
  ],
});
