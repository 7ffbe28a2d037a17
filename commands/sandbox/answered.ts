import type { Question } from "../../sandbox/rbac/question";

/** What an API server answered to a question. */
export interface Answered extends Question {
  readonly answer: "yes" | "no" | { readonly refused: string };
}

/** The answer in one word. */
export const answerOf = ({ answer }: Answered) => (typeof answer === "string" ? answer : "refused");

/** Whether the API server answered what the access file says; what hangs on a role of the cluster's own cannot be known. */
export const asExpected = (answered: Answered) =>
  answered.expected === "unknown" || answered.expected === answerOf(answered);
