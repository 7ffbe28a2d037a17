import { Command } from "commander";
import type { WriteStacks } from "../sandbox/terraform/synthesis";
import { version } from "../package.json";
import { authenticationVerb } from "./authentication/verb";
import { canIVerb } from "./can-i/verb";
import { checkVerb } from "./check/verb";
import { clientValuesVerb } from "./clients/verb";
import { deployVerbs } from "./deploy/verb";
import { doctorVerb } from "./doctor/verb";
import { ejectVerb } from "./eject/verb";
import { explainVerb } from "./explain/verb";
import { initVerb } from "./init/verb";
import { kubeconfigVerb } from "./kubeconfig/verb";
import { onboardVerb } from "./onboard/verb";
import { permissionsVerb } from "./permissions/verb";
import { portalValuesVerb } from "./portal/verb";
import { reportVerb } from "./report/verb";
import { sandboxVerb } from "./sandbox/verb";
import { print, say } from "./terminal/print";
import { upgradeVerb } from "./upgrade/verb";
import { whoCanVerb } from "./who-can/verb";
import { workspacesVerb } from "./workspaces/verb";

/**
 * `entra-eks`: every verb, in the order of its help. A verb sets the exit code of the process.
 *
 * @param synthesis loads what writes the stacks, CDKTF with it, for the verbs that need it
 */
export function cli(synthesis: () => WriteStacks): Command {
  const program = new Command("entra-eks")
    .description(
      "Sign in to Amazon EKS with Microsoft Entra ID. cdktf can synth, diff, deploy and destroy the same stacks",
    )
    .version(version)
    .configureOutput({ writeOut: print, writeErr: say })
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2));

  initVerb(program);
  checkVerb(program);
  kubeconfigVerb(program);
  explainVerb(program);
  canIVerb(program);
  whoCanVerb(program);
  reportVerb(program, synthesis);
  authenticationVerb(program);
  portalValuesVerb(program);
  clientValuesVerb(program);
  permissionsVerb(program);
  workspacesVerb(program);
  doctorVerb(program);
  onboardVerb(program);
  sandboxVerb(program, synthesis);
  ejectVerb(program, synthesis);
  deployVerbs(program, synthesis);
  upgradeVerb(program, synthesis);
  return program;
}
