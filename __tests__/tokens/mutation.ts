import type { Draft, TokenWorld } from "./draft";
import { withMember, withoutMember } from "./json-text";

/** One thing that is different from a valid token. */
export interface Mutation {
  /** Unlike every other's. */
  readonly name: string;
  readonly apply: (draft: Draft, world: TokenWorld) => Draft;
}

export const setClaim = (draft: Draft, name: string, value: string): Draft => ({
  ...draft,
  claims: withMember(draft.claims, name, value),
});

export const dropClaim = (draft: Draft, name: string): Draft => ({
  ...draft,
  claims: withoutMember(draft.claims, name),
});

export const setHeader = (draft: Draft, name: string, value: string): Draft => ({
  ...draft,
  header: withMember(draft.header, name, value),
});

export const dropHeader = (draft: Draft, name: string): Draft => ({
  ...draft,
  header: withoutMember(draft.header, name),
});
