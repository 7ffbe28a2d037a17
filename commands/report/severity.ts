import type { Severity } from "../../config/finding";

/** From the worst. */
export const severities: readonly Severity[] = ["high", "medium", "low"];
