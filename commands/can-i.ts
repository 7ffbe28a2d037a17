import type { AccessFile } from "../config/load";
import { NoAnswer } from "../config/no-answer";
import { answerFor, type Answer } from "../model/rbac/answer";
import { answerInWords } from "./can-i/answer-in-words";
import { listFor } from "./can-i/list";
import { listInWords, listLacks } from "./can-i/list-in-words";
import { knownCluster } from "./clusters/known-cluster";
import { placeInFile } from "./place-in-file";
import { lookupNotes } from "./rbac/lookup-notes";
import { namespaceOf, questionOf, refuseContradiction, type QuestionOptions } from "./rbac/question";
import { print, printJson, say } from "./terminal/print";
import { knownPerson } from "./users/known-person";
import { withAccessFile, type ExitCode } from "./with-access-file";

export interface CanIOptions extends QuestionOptions {
  readonly file: string;
  readonly json: boolean;
  /** Who: user principal name, or the mail address of a guest; in any case. */
  readonly as: string;
  /** @default - the only cluster of the access file */
  readonly cluster?: string | undefined;
  /**
   * Print everything that she may do there.
   *
   * @default false
   */
  readonly list?: boolean | undefined;
}

const codes: Readonly<Record<Answer["verdict"], ExitCode>> = { yes: 0, no: 1, unknown: 2 };

/**
 * Says whether somebody may do something on a cluster, and why, by the access file alone.
 *
 * @param words as `kubectl auth can-i` takes them
 */
export function canI(words: readonly string[], options: CanIOptions): ExitCode {
  const { file, json } = options;
  const run = (accessFile: AccessFile): ExitCode => {
    if (options.list === true) return list(accessFile, words, options);
    const { access } = accessFile;
    const { action, notes: onQuestion } = questionOf(words, options);
    const person = knownPerson(accessFile, options.as);
    const cluster = knownCluster(access, options.cluster);
    const notes = [...onQuestion, ...lookupNotes(access, [cluster])];
    const asked = { access, cluster, action };
    const answer = answerFor(asked, person);
    for (const note of notes) say(note);
    if (json) printJson({ person, cluster, action, notes, ...placed(accessFile, answer) });
    else print(answerInWords(accessFile, asked, person, answer));
    return codes[answer.verdict];
  };
  return withAccessFile(file, run, { json });
}

/** With the place of each grant as people read it. */
function placed(file: AccessFile, answer: Answer): object {
  if (!("grants" in answer)) return answer;
  const grants = answer.grants.map((grant) => ({ ...grant, place: placeInFile(file, grant.at) }));
  return { ...answer, grants };
}

function list(file: AccessFile, words: readonly string[], options: CanIOptions): ExitCode {
  if (words.length > 0 || options.subresource !== undefined) {
    throw new NoAnswer("--list prints everything: leave out the verb, the type and --subresource");
  }
  refuseContradiction(options);
  const person = knownPerson(file, options.as);
  const cluster = knownCluster(file.access, options.cluster);
  const namespace = namespaceOf(options);
  const listed = listFor({ access: file.access, cluster }, person, namespace);
  const notes = lookupNotes(file.access, [cluster]);
  for (const note of notes) say(note);
  if (options.json) printJson({ person, cluster, namespace: namespace ?? null, notes, ...listed });
  else if (listed.refused === null) print(listInWords(listed));
  for (const warning of listLacks(file, listed)) say(warning);
  if (listed.refused === null) return 0;
  say(`${person} cannot sign in to ${cluster}: ${listed.refused}`);
  return 1;
}
