import { readFileSync } from "node:fs";
import { z } from "zod";
import type { AccessFile } from "../config/load";
import { stateFile } from "../model/state-file";

/** A stack cannot be asked for its outputs; the message says what to do. */
export class NotDeployed extends Error {
  override readonly name = "NotDeployed";
}

/** The part of a state file (format version 4) that is read here. */
const State = z.object({ outputs: z.record(z.string(), z.object({ value: z.unknown() })) });

/**
 * Reads outputs of a deployed stack from its state file. Neither Terraform nor credentials are needed.
 *
 * @param names the outputs, all of them texts
 * @throws NotDeployed if the stack has no state, or no such output
 */
export function stackOutputs<Name extends string>(
  file: Pick<AccessFile, "access" | "directory">,
  stack: string,
  names: readonly Name[],
): Record<Name, string> {
  const path = stateFile(file, stack);
  const outputs = readState(path, stack);
  const texts = names.map((name) => {
    const value = outputs[name]?.value;
    if (typeof value !== "string") throw notDeployed(stack, `its state ${path} has no output "${name}"`);
    return [name, value] as const;
  });
  return Object.fromEntries(texts) as Record<Name, string>;
}

function readState(path: string, stack: string): z.output<typeof State>["outputs"] {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") throw notDeployed(stack, `there is no state at ${path}`);
    throw new NotDeployed(`The state ${path} cannot be read: ${(error as Error).message}`);
  }
  try {
    return State.parse(JSON.parse(text)).outputs;
  } catch {
    throw new NotDeployed(`${path} is not a Terraform state; look at its backup beside it`);
  }
}

function notDeployed(stack: string, reason: string): NotDeployed {
  return new NotDeployed(`The stack "${stack}" is not deployed: ${reason}. Deploy it first: npx cdktf deploy '*'`);
}
