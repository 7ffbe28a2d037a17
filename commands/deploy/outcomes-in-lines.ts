import type { Outcome } from "./outcome";
import { failureInLines } from "./plans-in-lines";

/**
 * What became of the stacks, the worst last: that is where people look.
 *
 * @param done such as `deployed`
 * @param told stacks whose failure was shown before
 */
export function outcomesInLines(
  outcomes: ReadonlyMap<string, Outcome>,
  done: string,
  told: ReadonlySet<string> = new Set(),
): string[] {
  const of = (kind: Outcome["kind"]) => [...outcomes].filter(([, outcome]) => outcome.kind === kind);
  const count = (kind: Outcome["kind"], words: string) => {
    const stacks = of(kind).length;
    return stacks === 0 ? [] : [`${stacks === 1 ? "1 stack" : `${String(stacks)} stacks`} ${words}`];
  };
  const parts = [
    ...count("applied", done),
    ...count("unchanged", "unchanged"),
    ...count("as deployed", "as deployed before"),
    ...count("not run", "not run"),
    ...count("failed", "failed"),
  ];
  return [
    ...[...outcomes].flatMap(([stack, outcome]) => {
      if (outcome.kind === "not run") return [`${stack} was not run: ${outcome.because}`];
      return outcome.kind === "failed" && !told.has(stack) ? failureInLines(outcome.failure) : [];
    }),
    `${parts.length === 0 ? "Nothing to do" : parts.join(", ")}.`,
  ];
}

/** Whether not all was done. */
export const isBad = ({ kind }: Outcome): boolean => kind === "failed" || kind === "not run";
