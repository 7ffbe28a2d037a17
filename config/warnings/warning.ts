import type { Path } from "../mistake";
import type { Access } from "../schema/access";

/**
 * Something at one place that works today and costs something later.
 *
 * @param finding goes on from the path, without a full stop: `is "v1"`
 * @param why what it costs and what to do, in whole sentences; places of one kind with the same are told it once
 */
export type FoundAt = readonly [path: Path, finding: string, why?: string];

/** Looks for one kind of finding; the name of the function is the kind. */
export type Warning = (access: Access) => Iterable<FoundAt>;
