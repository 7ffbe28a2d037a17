import type { Draft } from "../../../draft";
import type { Mistake, Path } from "../../../mistake";

export type DraftRule = Draft["roles"][string]["rules"][number];

/** What must hold of one rule of a role. */
export type PolicyCheck = (rule: DraftRule, path: Path) => Iterable<Mistake>;
