import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import type { Draft } from "../draft";

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
 * The resources in a state file (format version 4).
 *
 * @param attributes what is read of each instance
 * @returns none if it is not a state
 */
export function resourcesIn<T extends z.ZodType>(file: string, attributes: T) {
  const instances = z.array(z.object({ attributes }));
  const State = z.object({ resources: z.array(z.object({ type: z.string(), name: z.string(), instances })) });
  try {
    return State.parse(JSON.parse(readFileSync(file, "utf8"))).resources;
  } catch {
    return [];
  }
}
