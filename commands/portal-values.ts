import { isDeepStrictEqual } from "node:util";
import type { AccessFile } from "../config/load";
import { NoAnswer } from "../config/no-answer";
import { PortalOutputs } from "../config/outputs";
import { parseYaml } from "../config/parse-yaml";
import type { Portal } from "../config/schema/access";
import { UntrustedState } from "../config/state";
import { deployAloneCommand } from "../model/deploy-command";
import { placeInWords, statePlace } from "../model/state-place";
import { helmValues } from "./helm-values";
import { printDeployed, type PrintDeployedOptions } from "./print-deployed";
import type { Progress } from "./progress";
import { stackOutputs } from "./stack-outputs";
import type { ExitCode } from "./with-access-file";

/** Prints the portal's Helm values, as the stack `portal` puts them out. Nothing in them is secret. */
export function portalValues(options: PrintDeployedOptions): Promise<ExitCode> {
  return printDeployed(options, (file, progress) => {
    const { portal } = file.access;
    if (portal === undefined) throw new NoAnswer(`${options.file} has no portal`);
    return valuesOf(file, portal, progress);
  });
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
