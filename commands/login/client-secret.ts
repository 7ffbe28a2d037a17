import { Secret } from "../../config/states/outputs";
import { attributesOf, stateIn } from "../../config/states/state";
import type { PlacedAccess } from "../../model/placed-access";
import { placeInWords, statePlace } from "../../model/states/state-place";
import { NotDeployed } from "../states/not-deployed";

/**
 * Reads the client secret of kubectl from the state of the stack `credentials`, which has no output for it.
 *
 * @throws NotDeployed if the stack is not deployed, or its state is not a local one
 * @throws UntrustedState if it is no state
 */
export function clientSecret(file: PlacedAccess): string {
  const place = statePlace(file, "credentials");
  if (place.type !== "local") {
    throw new NotDeployed(
      `This command reads the client secret of kubectl from local states only, but the stack "credentials" has its state at ${placeInWords(place)}. Read it with terraform state pull, or set login.kubectl to public`,
    );
  }
  const { path } = place;
  const state = stateIn(path);
  const inUse = state?.outputs["key_id"]?.value;
  if (state === undefined || inUse === undefined) {
    throw NotDeployed.because("credentials", `there is no client secret in its state ${path}`);
  }
  const secret = state.resources
    .filter(({ type }) => type === "azuread_application_password")
    .flatMap((resource) => attributesOf(path, resource, Secret))
    .find(({ key_id }) => key_id === inUse);
  if (secret !== undefined) return secret.value;
  throw NotDeployed.because("credentials", `its state ${path} lacks the client secret in use`);
}
