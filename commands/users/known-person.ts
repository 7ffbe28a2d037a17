import type { AccessFile } from "../../config/load";
import { NoAnswer } from "../../config/no-answer";
import { didYouMean } from "../../config/text/suggestion";
import { everybodyOf } from "../../model/users/people";

/**
 * A person as the file names her, in lower case.
 *
 * @throws NoAnswer if the file does not name the person
 */
export function knownPerson({ access, name }: Pick<AccessFile, "access" | "name">, person: string): string {
  const known = everybodyOf(access);
  const lower = person.toLowerCase();
  if (known.includes(lower)) return lower;
  const hint = suggestedPerson(lower, known);
  throw new NoAnswer(
    `${name} does not name "${person}" in a group or under users${hint === undefined ? "" : `; ${hint}`}`,
  );
}

/** @returns `did you mean "…"?`, also for a user principal name without its domain */
export function suggestedPerson(name: string, known: readonly string[]): string | undefined {
  const [whole, ...others] = known.filter((one) => one.startsWith(`${name}@`));
  return whole === undefined || others.length > 0 ? didYouMean(name, known) : `did you mean "${whole}"?`;
}
