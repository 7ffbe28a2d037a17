import type { AccessFile } from "../config/load";
import { NoAnswer } from "../config/no-answer";
import { HelmValues, PortalOutputs } from "../config/outputs";
import { parseYaml } from "../config/parse-yaml";
import { UntrustedState } from "../config/state";
import { deployAloneCommand } from "../model/deploy-command";
import { issuerUrl } from "../model/login";
import { placeInWords, statePlace } from "../model/state-place";
import { printDeployed, type PrintDeployedOptions } from "./print-deployed";
import type { Progress } from "./progress";
import { stackOutputs } from "./stack-outputs";
import type { ExitCode } from "./with-access-file";

/** Prints the portal's Helm values, as the stack `portal` puts them out. Nothing in them is secret. */
export function portalValues(options: PrintDeployedOptions): Promise<ExitCode> {
  return printDeployed(options, (file, progress) => {
    if (file.access.portal === undefined) throw new NoAnswer(`${options.file} has no portal`);
    return valuesOf(file, progress);
  });
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
