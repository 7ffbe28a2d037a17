import { changeOfFile, namedFile, recordedFile, type ChangeOfFile } from "./deployed-file";
import { isNothing } from "./deployed-state";
import type { Prepared } from "./preparation";

/**
 * What changes compared with the access file that is deployed, as far as that is known.
 *
 * @param against a revision of git, or a file; nothing for the file that is recorded
 * @param reasons why stacks have to be deployed again
 */
export async function changeSinceDeployed(
  { file, chosen, records, run, steps, writeStacks }: Prepared,
  against: string | undefined,
  reasons: readonly (string | undefined)[],
): Promise<ChangeOfFile> {
  const stacks = chosen.map((stack) => stack.name);
  const known = records.stacks();
  if (against === undefined && known.length === 0 && stacks.every((stack) => isNothing(run.stateOf(stack)))) {
    return { lines: ["Nothing of this is deployed yet: everybody in the file gains access."], foreseen: new Map() };
  }
  const elsewhere = reasons.includes("something else has changed its state");
  // A cluster that is new has nothing of its own to be compared with.
  const recorded = stacks.some((stack) => known.includes(stack)) ? stacks : known;
  const deployed =
    against === undefined ? recordedFile(records, recorded, elsewhere) : await namedFile(against, file.name);
  if (deployed !== undefined) return changeOfFile(deployed, file, stacks, writeStacks);
  steps.say(
    "Which access file is deployed is not known here: no deployment by entra-eks is recorded on this machine. To see who gains and loses access, add --against with a revision of git or a file.",
  );
  return { lines: [], foreseen: new Map() };
}
