import type { Severity } from "../finding";
import type { Path } from "../mistake";
import type { Access } from "../schema/access";

/**
 * Something at one place that an auditor wants to know: what a warning says.
 *
 * @param severity where it is milder than the kind
 */
export type ReportedAt = readonly [path: Path, finding: string, why?: string | undefined, severity?: Severity];

/** Looks for one kind of finding; the name of the function is the kind. */
export type Finder = (access: Access) => Iterable<ReportedAt>;
