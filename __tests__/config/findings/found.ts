import { findingsOf } from "../../../config/findings";
import type { ReportFinding } from "../../../config/finding";
import { parseAccess } from "../../../config/load";

/** Every finding of an access file without mistakes. */
export function findingsIn(text: string, day = "2027-01-15T12:00:00Z"): readonly ReportFinding[] {
  return findingsOf(parseAccess(text, "access.yaml"), Date.parse(day));
}

/** The findings of one kind, each with its severity and place. */
export function found(text: string, kind: string): string[] {
  return findingsIn(text)
    .filter(({ rule }) => rule === kind)
    .map(({ severity, path, finding }) => `${severity} ${path} ${finding}`);
}
