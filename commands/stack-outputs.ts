import type { AccessFile } from "../config/load";
import { placeInWords, statePlace, type StatePlace } from "../model/state-place";
import { NotDeployed } from "./not-deployed";
import { outputsByTerraform } from "./outputs-by-terraform";
import { outputsInFile, type Outputs } from "./outputs-in-file";
import type { Progress } from "./progress";

/**
 * Reads outputs of a deployed stack: from its state file, for which neither Terraform nor credentials are needed; from
 * everywhere else through Terraform, with the credentials of the environment.
 *
 * @param names the outputs, all of them texts
 * @param progress told of what takes its time
 * @throws NotDeployed if the stack has no state, or no such output, or its state cannot be read
 */
export async function stackOutputs<Name extends string>(
  file: Pick<AccessFile, "access" | "directory">,
  stack: string,
  names: readonly Name[],
  progress?: Progress,
): Promise<Record<Name, string>> {
  const place = statePlace(file, stack);
  const outputs = await outputsAt(place, stack, progress);
  const texts = names.map((name) => {
    const value = outputs[name]?.value;
    if (typeof value === "string") return [name, value] as const;
    throw NotDeployed.because(stack, `its state ${placeInWords(place)} has no output "${name}"`);
  });
  return Object.fromEntries(texts) as Record<Name, string>;
}

async function outputsAt(place: StatePlace, stack: string, progress: Progress | undefined): Promise<Outputs> {
  switch (place.type) {
    case "local":
      return outputsInFile(place, stack);
    case "s3":
    case "cloud":
      progress?.tell(`Reading the outputs of stack "${stack}" from ${placeInWords(place)}`);
      return outputsByTerraform(place, stack, process.env);
  }
}
