import type { Document, LineCounter } from "yaml";

/** What somebody wrote by mistake, where the parser says only what it expected. */
export interface Slip {
  /** In UTF-16 code units from the beginning. */
  readonly offset: number;
  /** What must hold. */
  readonly must: string;
  /**
   * Whether what follows it is guesswork.
   *
   * @default false
   */
  readonly breaks?: boolean;
}

/** A text that cannot be read as YAML. */
export interface Text {
  readonly text: string;
  readonly lines: LineCounter;
  readonly document: Document.Parsed;
}
