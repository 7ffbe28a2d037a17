import { severities, type Severity } from "../../config/finding";

/** What a change can do that somebody has to look at. */
const changeGates = ["widening", "replacement"] as const;
export type ChangeGate = (typeof changeGates)[number];

/** What `--fail-on` names: findings of a file, or what a change does. */
export type Gate = Severity | ChangeGate;
export const gates: readonly Gate[] = [...severities, ...changeGates];

export const isOfChange = (gate: Gate): gate is ChangeGate => changeGates.some((one) => one === gate);
