import { join, resolve } from "node:path";
import type { Draft } from "../../draft";
import { stateIn, type StateResource } from "../../states/state";

/**
 * The file that a stack's state lies in.
 *
 * @param directory folder of the access file
 * @returns nothing if states are kept elsewhere, where they cannot be seen
 */
export function localState({ type, directory: folder }: Draft["backend"], directory: string, stack: string) {
  return (type ?? "local") === "local" ? join(resolve(directory, folder ?? "state"), `${stack}.tfstate`) : undefined;
}

/**
 * How many resources a state file holds that Terraform made.
 *
 * @throws UntrustedState if it is no state
 */
export const managedIn = (file: string): number => resourcesIn(file).filter(({ mode }) => mode === "managed").length;

/**
 * The resources in a state file; none if there is no such file.
 *
 * @throws UntrustedState if it is no state: nobody could tell then what would be left behind
 */
export const resourcesIn = (file: string): readonly StateResource[] => stateIn(file)?.resources ?? [];
