import type { Path } from "../mistake";

/** A mistake whose place is known; it is put into words only if it is told. */
export interface Found {
  /** In UTF-16 code units from the beginning. */
  readonly offset: number;
  readonly path: Path;
  /** Which rule it breaks, for machines. */
  readonly rule: string;
  /** @param search whether a hint is looked for that is not there yet */
  readonly sentence: (search: boolean) => string;
}

/** What must hold of a file as a whole. */
export const atTop = (sentence: string): Found => ({ offset: 0, path: [], rule: "file", sentence: () => sentence });
