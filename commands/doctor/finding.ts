/** Broken: signing in or deploying fails. Not looked at: nothing is known, and the sentence says why. */
export type Severity = "broken" | "warning" | "fine" | "not-looked-at";

/** What was seen of one thing. */
export interface Finding {
  /** What kind of finding it is, in words with `-` between them: it stays the same when the sentence is worded anew. */
  readonly id: string;
  readonly severity: Severity;
  /** What was looked at. */
  readonly subject: string;
  readonly sentence: string;
  /**
   * What to do.
   *
   * @default - there is nothing to do
   */
  readonly remedy?: string;
}

/** Makes the findings of one subject. */
export function about(subject: string) {
  const of =
    (severity: Severity) =>
    (id: string, sentence: string, remedy?: string): Finding => ({
      id,
      severity,
      subject,
      sentence,
      ...(remedy === undefined ? {} : { remedy }),
    });
  return { broken: of("broken"), warning: of("warning"), fine: of("fine"), notLookedAt: of("not-looked-at") };
}
