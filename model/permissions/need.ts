import type { Case } from "./graph-right";

/** What `terraform plan` sends too, or only `apply` and `destroy`. */
export type Phase = "plan" | "apply";

/** A request to Microsoft Graph that a stack makes, and what for. */
export interface Need {
  readonly request: string;
  /**
   * Which of these requests.
   *
   * @default - the usual one
   */
  readonly about?: Case;
  readonly phase: Phase;
  /** What for, as an infinitive: `find people by name`. */
  readonly why: string;
  /**
   * Whether the deploying identity owns what it asks for.
   *
   * @default false
   */
  readonly owned?: boolean;
  /**
   * What has to be given up to do without it, as an instruction.
   *
   * @default - nothing does without
   */
  readonly without?: string | undefined;
}

/** Several requests for one purpose. */
export function needs(phase: Phase, requests: readonly string[], rest: Omit<Need, "phase" | "request">): Need[] {
  return requests.map((request) => ({ request, phase, ...rest }));
}
