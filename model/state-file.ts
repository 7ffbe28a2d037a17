import { resolve } from "node:path";
import type { AccessFile } from "../config/load";

/** Absolute path of the file that holds the state of a stack: beside the access file, wherever the program runs. */
export function stateFile({ access, directory }: Pick<AccessFile, "access" | "directory">, stack: string): string {
  return resolve(directory, access.backend.directory, `${stack}.tfstate`);
}
