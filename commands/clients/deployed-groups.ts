import { PeopleOutputs } from "../../config/states/outputs";
import { UntrustedState } from "../../config/states/state";
import { own } from "../../model/own";
import type { PlacedAccess } from "../../model/placed-access";
import { placeInWords, statePlace } from "../../model/states/state-place";
import { NotDeployed } from "../states/not-deployed";
import { stackOutputs } from "../states/stack-outputs";
import type { Progress } from "../terminal/progress";

/**
 * Object IDs of groups, from the outputs of the stack `people`.
 *
 * @throws NotDeployed if it has not made one of them
 * @throws UntrustedState if the file has another ID for one
 */
export async function deployedGroups(
  file: PlacedAccess,
  keys: readonly string[],
  progress: Progress,
): Promise<ReadonlyMap<string, string>> {
  if (keys.length === 0) return new Map();
  const { group_object_ids: objectIds } = await stackOutputs(file, "people", PeopleOutputs, progress);
  return new Map(
    keys.map((key) => {
      const objectId = own(objectIds, key);
      if (objectId === undefined) throw NotDeployed.because("people", `it has not made the group "${key}" yet`);
      const known = own(file.access.groups, key)?.existing;
      if (typeof known === "string" && known !== objectId) {
        const reason = `the group "${key}" has another object ID in the access file`;
        throw new UntrustedState(placeInWords(statePlace(file, "people")), reason);
      }
      return [key, objectId];
    }),
  );
}
