import { isDeepStrictEqual } from "node:util";
import { parseYaml } from "../config/file/parse-yaml";
import type { AccessFile } from "../config/load";
import { NoAnswer } from "../config/no-answer";
import type { Portal } from "../config/schema/access";
import { PortalOutputs } from "../config/states/outputs";
import { UntrustedState } from "../config/states/state";
import { placeInWords, statePlace } from "../model/states/state-place";
import { deployAloneCommand } from "../model/terraform/deploy-command";
import { helmValues } from "./portal/helm-values";
import { printDeployed, type PrintDeployedOptions } from "./states/print-deployed";
import { stackOutputs } from "./states/stack-outputs";
import type { Progress } from "./terminal/progress";
import type { ExitCode } from "./with-access-file";

/** Prints the portal's Helm values, as the stack `portal` puts them out. Nothing in them is secret. */
export function portalValues(options: PrintDeployedOptions): Promise<ExitCode> {
  return printDeployed(options, (file, progress) => {
    const { portal } = file.access;
    if (portal === undefined) throw new NoAnswer(`${options.file} has no portal; write one under "portal"`);
    return valuesOf(file, portal, progress);
  });
}

async function valuesOf(file: AccessFile, portal: Portal, progress: Progress) {
  const { helm_values } = await stackOutputs(file, "portal", PortalOutputs, progress);
  const { value, mistakes } = parseYaml(helm_values);
  const values = helmValues(file.access, portal, value);
  if (values !== undefined && mistakes.length === 0 && isDeepStrictEqual(value, values)) return values;
  const place = placeInWords(statePlace(file, "portal"));
  const reason = `its output "helm_values" differs from what this program makes for the access file; ${deployAloneCommand("portal")} creates it again`;
  throw new UntrustedState(place, reason);
}
