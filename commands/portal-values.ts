import { stringify } from "yaml";
import type { AccessFile } from "../config/load";
import { NoAnswer } from "../config/no-answer";
import { HelmValues, PortalOutputs } from "../config/outputs";
import { parseYaml } from "../config/parse-yaml";
import { UntrustedState } from "../config/state";
import { deployAloneCommand } from "../model/deploy-command";
import { issuerUrl } from "../model/login";
import { placeInWords, statePlace } from "../model/state-place";
import { print, printJson } from "./print";
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
  const run = async (accessFile: AccessFile): Promise<ExitCode> => {
    if (accessFile.access.portal === undefined) throw new NoAnswer(`${file} has no portal`);
    const progress = new Progress();
    try {
      const values = await valuesOf(accessFile, progress);
      if (json) printJson(values);
      else print(stringify(values, { lineWidth: 0 }));
      return 0;
    } finally {
      progress.end();
    }
  };
  return withAccessFile(file, run, { json });
}

async function valuesOf(file: AccessFile, progress: Progress) {
  const { helm_values } = await stackOutputs(file, "portal", PortalOutputs, progress);
  const { value, mistakes } = parseYaml(helm_values);
  const read = HelmValues(issuerUrl(file.access)).safeParse(value);
  if (read.success && mistakes.length === 0) return read.data;
  const place = placeInWords(statePlace(file, "portal"));
  const reason = `its output "helm_values" is not what this program makes for the access file; ${deployAloneCommand("portal")} makes it anew`;
  throw new UntrustedState(place, reason);
}
