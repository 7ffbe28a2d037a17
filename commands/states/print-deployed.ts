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
 * @param inWords how it is printed without `json`
 */
export async function printDeployed<Made>(
  { file, json }: PrintDeployedOptions,
  make: (file: AccessFile, progress: Progress) => Promise<Made>,
  inWords: (made: Made) => string = inYaml,
): Promise<ExitCode> {
  const run = async (accessFile: AccessFile): Promise<ExitCode> => {
    const progress = new Progress();
    try {
      const made = await make(accessFile, progress);
      if (json) printJson(made);
      else print(inWords(made));
      return 0;
    } finally {
      progress.end();
    }
  };
  return withAccessFile(file, run, { json });
}

const inYaml = (value: unknown) => stringify(value, { lineWidth: 0 });
