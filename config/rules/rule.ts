import type { Draft } from "../draft";
import type { Mistake } from "../mistake";

/** What one entry of an access file demands of another. */
export type Rule = (draft: Draft) => Iterable<Mistake>;
