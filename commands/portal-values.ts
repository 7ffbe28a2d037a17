import { isDeepStrictEqual } from "node:util";
import { stringify } from "yaml";
import type { AccessFile } from "../config/load";
import { NoAnswer } from "../config/no-answer";
import { PortalOutputs } from "../config/outputs";
import { parseYaml } from "../config/parse-yaml";
import type { Portal } from "../config/schema/access";
import { UntrustedState } from "../config/state";
import { deployAloneCommand } from "../model/deploy-command";
import { placeInWords, statePlace } from "../model/state-place";
import { helmValues } from "./helm-values";
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
    const { portal } = accessFile.access;
    if (portal === undefined) throw new NoAnswer(`${file} has no portal`);
    const progress = new Progress();
    try {
      const values = await valuesOf(accessFile, portal, progress);
      if (json) printJson(values);
      else print(stringify(values, { lineWidth: 0 }));
      return 0;
    } finally {
      progress.end();
    }
  };
  return withAccessFile(file, run, { json });
}

async function valuesOf(file: AccessFile, portal: Portal, progress: Progress) {
  const { helm_values } = await stackOutputs(file, "portal", PortalOutputs, progress);
  const { value, mistakes } = parseYaml(helm_values);
  const values = helmValues(file.access, portal, value);
  if (values !== undefined && mistakes.length === 0 && isDeepStrictEqual(value, values)) return values;
  const place = placeInWords(statePlace(file, "portal"));
  const reason = `its output "helm_values" is not what this program makes for the access file; ${deployAloneCommand("portal")} makes it anew`;
  throw new UntrustedState(place, reason);
}
