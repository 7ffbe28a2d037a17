import type { Answered } from "../../../commands/sandbox/answered";

/** An answer as it is expected, or changed. */
export const answered = (change: Partial<Answered> = {}): Answered => ({
  person: "ada@contoso.com",
  cluster: "prod",
  action: { verb: "list", resource: "pods", namespace: "team-a" },
  expected: "yes",
  answer: "yes",
  ...change,
});
