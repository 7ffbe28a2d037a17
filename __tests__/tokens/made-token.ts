import { tokenOf, validDraft, type TokenWorld } from "./draft";
import type { Mutation } from "./mutation";
import { mutationsOf } from "./mutations";
import { seeded } from "./seeded";

/** A token, and what is different about it from a valid one. */
export interface MadeToken {
  readonly token: string;
  /** Names of mutations. */
  readonly changes: readonly string[];
}

export interface MadeTokensProps {
  readonly seed: number;
  /** How many tokens have two changes that the seed chooses. */
  readonly pairs: number;
  /** Of the changes that mean the same to every authenticator, those at this place of each so many stand alone in a token. */
  readonly share: { readonly at: number; readonly of: number };
}

/** A recipe waits until its token is asked about: the clock runs. */
export type Recipe = (world: TokenWorld) => MadeToken;

/** A valid token, then tokens with one change, then tokens with two. */
export function recipesOf(example: TokenWorld, { seed, pairs, share }: MadeTokensProps): readonly Recipe[] {
  const { own, others } = mutationsOf(example);
  const count = own.length + others.length;
  const random = seeded(seed);
  const places = Array.from({ length: count }, (_, place) => place);
  const single = places.filter((place) => place < own.length || place % share.of === share.at).map((place) => [place]);
  const double = Array.from({ length: pairs }, () => [random(count), random(count)]);
  return [[], ...single, ...double].map((places) => (world) => made(world, places));
}

function made(world: TokenWorld, places: readonly number[]): MadeToken {
  const all = mutationsAt(world);
  const changes = places.flatMap((place) => all[place] ?? []);
  const draft = changes.reduce((changed, { apply }) => apply(changed, world), validDraft(world));
  return { token: tokenOf(draft), changes: changes.map(({ name }) => name) };
}

let last: { readonly key: string; readonly all: readonly Mutation[] } = { key: "", all: [] };

/** All of them take a moment to list, and stay the same for a second. */
function mutationsAt(world: TokenWorld): readonly Mutation[] {
  const key = JSON.stringify([world.authenticator, world.now]);
  if (last.key !== key) {
    const { own, others } = mutationsOf(world);
    last = { key, all: [...own, ...others] };
  }
  return last.all;
}
