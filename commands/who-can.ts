import type { AccessFile } from "../config/load";
import { NoAnswer } from "../config/no-answer";
import { presentClusters } from "../model/clusters/present-clusters";
import type { DecidingGrant } from "../model/rbac/verdict";
import { whoMay } from "../model/rbac/who-may";
import { isGuest } from "../model/users/people";
import { knownCluster } from "./clusters/known-cluster";
import { placeInFile } from "./place-in-file";
import { lookupNotes } from "./rbac/lookup-notes";
import { questionOf, type QuestionOptions } from "./rbac/question";
import { print, printJson, say } from "./terminal/print";
import { whoCanInWords, type WhoCanOnCluster } from "./who-can/in-words";
import { withAccessFile, type ExitCode } from "./with-access-file";

export interface WhoCanOptions extends QuestionOptions {
  readonly file: string;
  readonly json: boolean;
  /** @default - every cluster of the access file */
  readonly cluster?: string | undefined;
}

/**
 * Says who may do something, through which group and grant, by the access file alone.
 *
 * @param words as `kubectl auth can-i` takes them
 * @returns 1 if it is nobody, 2 if it hangs on what only the cluster knows
 */
export function whoCan(words: readonly string[], options: WhoCanOptions): ExitCode {
  const { file, json } = options;
  const run = (accessFile: AccessFile): ExitCode => {
    const { access } = accessFile;
    const { action, notes: onQuestion } = questionOf(words, options);
    const keys = options.cluster === undefined ? presentClusters(access).map(([key]) => key) : [options.cluster];
    if (keys.length === 0) throw new NoAnswer("The access file has no clusters");
    const clusters = keys.map((key): WhoCanOnCluster => {
      const cluster = knownCluster(access, key);
      return { cluster, ...whoMay({ access, cluster, action }) };
    });
    const notes = [...onQuestion, ...lookupNotes(access, keys)];
    for (const note of notes) say(note);
    if (json) printJson({ action, notes, clusters: clusters.map((one) => asJson(accessFile, one)) });
    else print(whoCanInWords(accessFile, action, clusters));
    return codeOf(clusters);
  };
  return withAccessFile(file, run, { json });
}

function codeOf(clusters: readonly WhoCanOnCluster[]): ExitCode {
  const verdicts = clusters.flatMap(({ people, unlisted, byDefault }) => [
    ...(byDefault === undefined ? [] : ["unknown" as const]),
    ...people.map(({ answer }) => answer.verdict),
    ...unlisted.map(({ grant: { rule } }) => (rule === undefined ? ("unknown" as const) : ("yes" as const))),
  ]);
  if (verdicts.includes("yes")) return 0;
  return verdicts.includes("unknown") ? 2 : 1;
}

/** With everything that a reader of the table sees. */
function asJson(file: AccessFile, { people, unlisted, everybodys, byDefault, ...rest }: WhoCanOnCluster): object {
  const placed = <Grant extends DecidingGrant>(grant: Grant) => ({ ...grant, place: placeInFile(file, grant.at) });
  return {
    ...rest,
    everybodys: everybodys ?? null,
    byDefault: byDefault ?? null,
    people: people.map(({ person, answer }) => ({
      person,
      guest: isGuest(file.access, person),
      verdict: answer.verdict,
      grants: "grants" in answer ? answer.grants.map(placed) : [],
    })),
    unlisted: unlisted.map(({ grant, ...one }) => ({ ...one, grant: placed(grant) })),
  };
}
