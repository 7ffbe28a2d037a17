import { readFileSync } from "node:fs";
import { z } from "zod";
import type { LocalPlace } from "../model/state-place";
import { NotDeployed } from "./not-deployed";

/** The outputs of a stack by name, as a state (format version 4) and `terraform output -json` have them. */
export type Outputs = Readonly<Record<string, { readonly value?: unknown }>>;

/** The part of a state file (format version 4) that is read here. */
const State = z.object({ outputs: z.record(z.string(), z.object({ value: z.unknown() })) });

/**
 * Reads the outputs in a state file.
 *
 * @throws NotDeployed if there is none, or it cannot be read
 */
export function outputsInFile({ path }: LocalPlace, stack: string): Outputs {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") {
      throw NotDeployed.because(stack, `there is no state at ${path}`);
    }
    throw new NotDeployed(`The state ${path} cannot be read: ${(error as Error).message}`);
  }
  try {
    return State.parse(JSON.parse(text)).outputs;
  } catch {
    throw new NotDeployed(`${path} is not a Terraform state; look at its backup beside it`);
  }
}
