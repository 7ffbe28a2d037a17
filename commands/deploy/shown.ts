import type { RecordedBase } from "./deployment-record";
import type { FirstPlan } from "./outcome";

/** What people are shown of a deployment before they are asked: the run keeps to it. */
export interface Shown {
  readonly plans: ReadonlyMap<string, FirstPlan>;
  /** Addresses that others' changes will take away, beside those of the plans. */
  readonly foreseen: ReadonlyMap<string, readonly string[]>;
  /** Where the file that is deployed is recorded; nothing if that is not known. */
  readonly base: RecordedBase | undefined;
}
