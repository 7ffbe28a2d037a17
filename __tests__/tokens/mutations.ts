import { claimMutations, distributedMutations, inheritedMutations } from "./claim-mutations";
import type { TokenWorld } from "./draft";
import { headerMutations } from "./header-mutations";
import type { Mutation } from "./mutation";
import { partMutations } from "./part-mutations";
import { textMutations } from "./text-mutations";

/** Everything that can be different from a valid token; for authenticators with the same claims, in the same order. */
export const mutationsOf = (world: TokenWorld): readonly Mutation[] => [
  ...claimMutations(world),
  ...inheritedMutations(world),
  ...distributedMutations(world),
  ...headerMutations(world),
  ...textMutations,
  ...partMutations,
];
