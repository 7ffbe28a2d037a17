import { statSync } from "node:fs";
import type { AccessFile } from "../../config/load";
import { stateIn, UntrustedState, type State } from "../../config/states/state";
import { stackPermissions } from "../../model/permissions/stack-permissions";
import { placeInWords, statePlace, type LocalPlace } from "../../model/states/state-place";
import { about, type Finding } from "./finding";
import { stateLock } from "./state-lock";
import { olderThanFile } from "./older-than-file";
import { page } from "../terminal/page";

const { broken, warning, fine, notLookedAt } = about("stack-states");
const deploy = "npx cdktf deploy '*'";

/** Whether each stack has a state, whether it is as the access file wants it, and whether somebody has locked it. */
export function stackStates(file: AccessFile): Finding[] {
  const stacks = stackPermissions(file.access).map(({ stack }) => ({ stack, place: statePlace(file, stack) }));
  const local = stacks.flatMap(({ stack, place }) => (place.type === "local" ? [{ stack, place }] : []));
  const [first] = stacks;
  if (first !== undefined && local.length === 0) {
    const sentence = `The states are not files on this machine but, for example, ${placeInWords(first.place)}, which Terraform alone reads`;
    return [notLookedAt("states", sentence, "npx cdktf diff <stack> shows whether a stack is older than the file")];
  }
  const found = local.map((one) => ({ ...one, read: readState(one.place) }));
  if (found.every(({ read }) => read === undefined)) {
    return [
      warning(
        "states-none",
        "Nothing of this file is deployed yet",
        `${deploy}, the first time as ${page("deploy.md")} says`,
      ),
    ];
  }
  return found.flatMap(({ stack, place, read }) => [...judged(file, stack, place, read), ...stateLock(stack, place)]);
}

function readState({ path }: LocalPlace): State | UntrustedState | undefined {
  try {
    return stateIn(path);
  } catch (error) {
    if (error instanceof UntrustedState) return error;
    throw error;
  }
}

function judged(
  file: AccessFile,
  stack: string,
  place: LocalPlace,
  read: State | UntrustedState | undefined,
): Finding[] {
  if (read === undefined)
    return [warning("state-missing", `The stack "${stack}" has no state: it is not deployed`, deploy)];
  if (read instanceof UntrustedState) {
    return [broken("state-unreadable", read.message, `Restore it from ${place.path}.backup, or from your own copies`)];
  }
  const reasons = olderThanFile(file.access, stack, read);
  if (reasons.length > 0) {
    const sentence = `The stack "${stack}" is older than the access file: ${reasons.join("; ")}`;
    return [warning("state-older", sentence, `npx cdktf diff ${stack} shows the changes, ${deploy} makes them`)];
  }
  return [fine("state", `The stack "${stack}" has a state${changedLater(file, place) ? later(stack) : ""}`)];
}

/** Terraform does not write a state in which nothing changes, so this alone is no warning. */
const later = (stack: string) =>
  `. The access file was changed after it: npx cdktf diff ${stack} says whether that matters`;

function changedLater({ name }: AccessFile, { path }: LocalPlace): boolean {
  const [file, state] = [name, path].map((one) => statSync(one, { throwIfNoEntry: false })?.mtimeMs);
  return file !== undefined && state !== undefined && file > state;
}
