import { parse, stringify } from "yaml";
import { NotDeployed } from "./not-deployed";
import { print, printJson, say } from "./print";
import { Progress } from "./progress";
import { stackOutputs } from "./stack-outputs";
import { withAccessFile, type ExitCode } from "./with-access-file";

export interface PortalValuesOptions {
  readonly file: string;
  /** Print JSON, which Helm reads too, instead of YAML. */
  readonly json: boolean;
}

/** Prints the portal's Helm values, as the stack `portal` puts them out. Nothing in them is secret. */
export async function portalValues({ file, json }: PortalValuesOptions): Promise<ExitCode> {
  return withAccessFile(file, async (accessFile): Promise<ExitCode> => {
    if (accessFile.access.portal === undefined) return refuse(`${file} has no portal`);
    const progress = new Progress();
    try {
      const { helm_values } = await stackOutputs(accessFile, "portal", ["helm_values"], progress);
      const values: unknown = parse(helm_values);
      if (json) printJson(values);
      else print(stringify(values, { lineWidth: 0 }));
      return 0;
    } catch (error) {
      if (!(error instanceof NotDeployed)) throw error;
      return refuse(error.message);
    } finally {
      progress.end();
    }
  });
}

function refuse(sentence: string): ExitCode {
  say(sentence);
  return 2;
}
