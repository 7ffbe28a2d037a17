import { readFileSync } from "node:fs";
import { z } from "zod";
import type { AccessFile } from "../config/load";
import { placeInWords, statePlace } from "../model/state-place";
import { NotDeployed } from "./not-deployed";

/** The part of a state file (format version 4) that is read here. */
const State = z.object({
  outputs: z.object({ key_id: z.object({ value: z.string() }) }),
  resources: z.array(
    z.object({
      type: z.string(),
      instances: z.array(z.object({ attributes: z.record(z.string(), z.unknown()) })),
    }),
  ),
});

/**
 * Reads the client secret of kubectl from the state of the stack `credentials`, which has no output for it.
 *
 * @throws NotDeployed if the stack is not deployed, or its state is not a local one
 */
export function clientSecret(file: Pick<AccessFile, "access" | "directory">): string {
  const place = statePlace(file, "credentials");
  if (place.type !== "local") {
    throw new NotDeployed(
      `The client secret of kubectl is read from local states only, and the stack "credentials" keeps its own at ${placeInWords(place)}. Take it out with terraform state pull, or set login.kubectl to public`,
    );
  }
  let state: z.output<typeof State>;
  try {
    state = State.parse(JSON.parse(readFileSync(place.path, "utf8")));
  } catch {
    throw NotDeployed.because("credentials", `there is no client secret in its state ${place.path}`);
  }
  const passwords = state.resources
    .filter(({ type }) => type === "azuread_application_password")
    .flatMap(({ instances }) => instances.map(({ attributes }) => attributes));
  const value = passwords.find(({ key_id }) => key_id === state.outputs.key_id.value)?.["value"];
  if (typeof value === "string") return value;
  throw NotDeployed.because("credentials", `its state ${place.path} lacks the client secret in use`);
}
