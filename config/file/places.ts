import type { Path, Position } from "../mistake";

/** Where something of an access file stands. */
export interface Origin {
  /**
   * The included file, as messages name it.
   *
   * @default - the access file itself
   */
  readonly file?: string;
  /**
   * The same as the access file writes it under include.
   *
   * @default - the access file itself
   */
  readonly included?: string;
  readonly source: { locate(path: Path, what?: "key" | "value"): Position };
  /** Keys and positions from the top of that file. */
  readonly path: Path;
}

/** Where the values of an access file stand: in its text, or in that of a file that it includes. */
export interface Places {
  originOf(path: Path): Origin;
  /** A sentence about a path, with each grant named as its own file counts it, and that file if it is another one. */
  inWords(sentence: string, at: Path): string;
}
