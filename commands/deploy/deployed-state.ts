import { stateIn, type State } from "../../config/states/state";
import type { PlacedAccess } from "../../model/placed-access";
import { statePlace } from "../../model/states/state-place";
import { stateByTerraform } from "../states/outputs-by-terraform";

/**
 * The state of a stack as it is now: from its file, or through Terraform with the credentials of the environment. What it
 * holds stays in memory.
 *
 * @returns nothing if there is none
 * @throws NotDeployed if Terraform cannot read it
 * @throws UntrustedState if it is no state
 */
export async function deployedState(
  file: PlacedAccess,
  stack: string,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal | undefined,
): Promise<State | undefined> {
  const place = statePlace(file, stack);
  return place.type === "local"
    ? stateIn(place.path)
    : stateByTerraform(place, stack, { flavour: file.access.terraform.flavour, env, signal });
}

/** How many resources a state still holds. */
export const heldBy = (state: State | undefined): number =>
  (state?.resources ?? [])
    .filter(({ mode }) => mode === "managed")
    .reduce((count, { instances }) => count + instances.length, 0);

/** Whether there is nothing to destroy. */
export const isNothing = (state: State | undefined): boolean =>
  heldBy(state) === 0 && Object.keys(state?.outputs ?? {}).length === 0;
