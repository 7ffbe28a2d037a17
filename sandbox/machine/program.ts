import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

/** The folders of the PATH. */
export const pathOf = ({ PATH }: NodeJS.ProcessEnv): string[] =>
  (PATH ?? "").split(delimiter).filter((folder) => folder !== "");

/** Path of a program, from the first of these folders that has it. */
export function findProgram(name: string, folders: readonly string[]): string | undefined {
  return folders.map((folder) => join(folder, name)).find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
