import type { Path } from "../mistake";
import type { Access } from "../schema/access";

/** What works today and costs something later: where it stands, and a sentence that goes on from there. */
export type Warning = (access: Access) => Iterable<readonly [path: Path, sentence: string]>;
