import type { Command } from "commander";
import { portalValues } from "../portal-values";
import { verb, type CommonOptions } from "../verb";

/** Adds `portal-values`. */
export function portalValuesVerb(program: Command): void {
  verb(
    program,
    "portal-values",
    "print the Helm values for the KubeRocketCI Portal; needs the stack portal to be deployed",
    "0 printed, 1 mistakes in the access file, 2 no answer: the portal is not deployed, or its state cannot be trusted",
  ).action(async ({ file, json }: CommonOptions) => {
    process.exitCode = await portalValues({ file, json });
  });
}
