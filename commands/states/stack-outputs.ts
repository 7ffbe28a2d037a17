import type { z } from "zod";
import type { Access } from "../../config/schema/access";
import { UntrustedState, type StateOutputs } from "../../config/states/state";
import { own } from "../../model/own";
import type { PlacedAccess } from "../../model/placed-access";
import { placeInWords, statePlace, type StatePlace } from "../../model/states/state-place";
import type { Progress } from "../terminal/progress";
import { NotDeployed } from "./not-deployed";
import { outputsByTerraform } from "./outputs-by-terraform";
import { outputsInFile } from "./outputs-in-file";

/**
 * Reads outputs of a deployed stack: from its state file, for which neither Terraform nor credentials are needed; from
 * everywhere else through Terraform, with the credentials of the environment.
 *
 * @param wanted what must hold of the outputs that are read
 * @param progress told of what takes its time
 * @param signal ends the run of Terraform
 * @throws NotDeployed if the stack has no state, or no such output
 * @throws UntrustedState if an output is not as this program makes it
 */
export async function stackOutputs<Shape extends z.ZodRawShape>(
  file: PlacedAccess,
  stack: string,
  wanted: z.ZodObject<Shape>,
  progress?: Progress,
  signal?: AbortSignal,
): Promise<z.output<z.ZodObject<Shape>>> {
  const place = statePlace(file, stack);
  const outputs = await outputsAt(file.access, place, stack, progress, signal);
  const names = Object.keys(wanted.shape);
  const missing = names.find((name) => !Object.hasOwn(outputs, name));
  if (missing !== undefined) {
    throw NotDeployed.because(stack, `its state ${placeInWords(place)} has no output "${missing}"`);
  }
  const read = wanted.safeParse(Object.fromEntries(names.map((name) => [name, own(outputs, name)?.value])));
  if (read.success) return read.data;
  const name = String(read.error.issues[0]?.path[0]);
  throw new UntrustedState(placeInWords(place), `its output "${name}" is not one that this program makes`);
}

async function outputsAt(
  { terraform: { flavour } }: Access,
  place: StatePlace,
  stack: string,
  progress: Progress | undefined,
  signal: AbortSignal | undefined,
): Promise<StateOutputs> {
  switch (place.type) {
    case "local":
      return outputsInFile(place, stack);
    case "s3":
    case "cloud":
      progress?.tell(`Reading the outputs of stack "${stack}" from ${placeInWords(place)}`);
      return outputsByTerraform(place, stack, { flavour, env: process.env, signal });
  }
}
