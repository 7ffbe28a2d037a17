import { stateIn, type StateOutputs } from "../../config/states/state";
import type { LocalPlace } from "../../model/states/state-place";
import { NotDeployed } from "./not-deployed";

/**
 * Reads the outputs in a state file.
 *
 * @throws NotDeployed if there is none
 * @throws UntrustedState if it is no state
 */
export function outputsInFile({ path }: LocalPlace, stack: string): StateOutputs {
  const state = stateIn(path);
  if (state === undefined) throw NotDeployed.because(stack, `there is no state at ${path}`);
  return state.outputs;
}
