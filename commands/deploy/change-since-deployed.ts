import { changeOfFile, namedFile, recordedFile, type ChangeOfFile } from "./deployed-file";
import { isNothing } from "./deployed-state";
import type { Prepared } from "./preparation";

/**
 * What changes compared with the access file that is deployed, as far as that is known.
 *
 * @param against a revision of git, or a file; nothing for the file that is recorded
 * @param reasons why each stack has to be deployed again; nothing for one that is as it was deployed
 */
export async function changeSinceDeployed(
  { file, chosen, records, run, steps, writeStacks }: Prepared,
  against: string | undefined,
  reasons: ReadonlyMap<string, string | undefined>,
): Promise<ChangeOfFile> {
  const stacks = chosen.map((stack) => stack.name);
  const known = records.stacks();
  if (against === undefined && known.length === 0 && stacks.every((stack) => isNothing(run.stateOf(stack)))) {
    return { lines: [nothingYet], foreseen: new Map(), base: records.nothing() };
  }
  const again = stacks.filter((stack) => reasons.get(stack) !== undefined);
  if (against === undefined && again.length === 0) return { lines: [asBefore], foreseen: new Map() };
  // What is as it was deployed is so of this file too. A cluster that is new has nothing of its own to be compared with.
  const recorded = stacks.some((stack) => known.includes(stack)) ? stacks : known;
  const bare = Object.keys(file.access.clusters).filter((name) => {
    return stacks.includes(`rbac-${name}`) && isNothing(run.stateOf(`rbac-${name}`));
  });
  const elsewhere = stacks.some((stack) => run.isOfAnother(stack));
  const deployed =
    against === undefined ? recordedFile(records, recorded, again, elsewhere) : await namedFile(against, file.name);
  if (deployed?.base !== undefined && deployed.text === "") {
    return { lines: [halfBegun], foreseen: new Map(), base: deployed.base };
  }
  if (deployed !== undefined) return changeOfFile(deployed, file, stacks, bare, writeStacks);
  steps.say(
    "Which access file is deployed is not known here: no deployment by entra-eks is recorded on this machine. To see who gains and loses access, add --against with a revision of git or a file.",
  );
  return { lines: [], foreseen: new Map() };
}

const nothingYet = "Nothing of this is deployed yet: everybody in the file gains access.";

const halfBegun =
  "The first deployment has not come to its end: everybody in the file gains access, if not already then.";

const asBefore = "Nothing has changed since this was deployed: nobody gains or loses access.";
