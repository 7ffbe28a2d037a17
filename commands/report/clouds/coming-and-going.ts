import type { Access } from "../../../config/schema/access";
import { createdPeople } from "../../../model/users/account";

/** Whose accounts a change of the access file makes or takes away. */
export interface ComingAndGoing {
  /** User principal names of accounts that are made, and mail addresses of guests who are invited. */
  readonly coming: readonly string[];
  /** User principal names of accounts that are disabled, or deleted. */
  readonly going: readonly string[];
}

/** @param before nothing if there was no access file */
export function comingAndGoing(before: Access | undefined, after: Access): ComingAndGoing {
  const madeBefore = before === undefined ? [] : createdPeople(before);
  const made = createdPeople(after);
  const invitedBefore = new Set(before?.guests.map(({ mail }) => mail));
  const invited = after.guests.map(({ mail }) => mail).filter((mail) => !invitedBefore.has(mail));
  return {
    coming: [...made.filter((person) => !madeBefore.includes(person)), ...invited],
    going: madeBefore.filter((person) => !made.includes(person)),
  };
}
