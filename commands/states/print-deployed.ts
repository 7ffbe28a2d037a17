import { stringify } from "yaml";
import type { AccessFile } from "../../config/load";
import { print, printJson } from "../terminal/print";
import { Progress } from "../terminal/progress";
import { withAccessFile, type ExitCode } from "../with-access-file";

export interface PrintDeployedOptions {
  readonly file: string;
  /** Print JSON instead of YAML, which whoever reads the one reads too. */
  readonly json: boolean;
}

/**
 * Prints what is made of the outputs of deployed stacks.
 *
 * @param make throws NoAnswer if there is nothing to print
 */
export async function printDeployed(
  { file, json }: PrintDeployedOptions,
  make: (file: AccessFile, progress: Progress) => Promise<unknown>,
): Promise<ExitCode> {
  const run = async (accessFile: AccessFile): Promise<ExitCode> => {
    const progress = new Progress();
    try {
      const made = await make(accessFile, progress);
      if (json) printJson(made);
      else print(stringify(made, { lineWidth: 0 }));
      return 0;
    } finally {
      progress.end();
    }
  };
  return withAccessFile(file, run, { json });
}
