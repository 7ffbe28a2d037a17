import type { Located } from "./mistake";

/** A warning at one place, with what the page says more. */
export interface Finding extends Located {
  /** What is at the place: goes on from the path. `sentence` is this and `why`. */
  readonly finding: string;
  /**
   * What it costs and what to do, in whole sentences.
   *
   * @default - the finding says it all
   */
  readonly why?: string;
  /** Page and heading that say more. */
  readonly more: string;
  /**
   * The day until which the file accepted it, which is past.
   *
   * @default - the file has not accepted it
   */
  readonly ended?: string;
}

/** A warning that the file accepts for now. */
export interface AcceptedFinding extends Finding {
  readonly reason: string;
  /** The last day, as YYYY-MM-DD. */
  readonly until: string;
}

/** What there is to say of a file without mistakes, each list in the order of the file. */
export interface Findings {
  readonly warnings: readonly Finding[];
  readonly accepted: readonly AcceptedFinding[];
  /** What even the shortest file has to live with: never a no. */
  readonly advice: readonly Finding[];
}

/** `high`: somebody may take over a cluster. `medium`: a right is wider than it looks. `low`: something in the file is of no use. */
export type Severity = "high" | "medium" | "low";

/** From the worst. */
export const severities: readonly Severity[] = ["high", "medium", "low"];

/** What a report warns of, with what to do about it. Its `rule` is a stable id. */
export interface ReportFinding extends Finding {
  readonly severity: Severity;
  /** What to do, in whole sentences. */
  readonly remedy: string;
  /**
   * Why the file accepts it, and the last day, as YYYY-MM-DD.
   *
   * @default - the file does not accept it
   */
  readonly accepted?: { readonly reason: string; readonly until: string };
}
