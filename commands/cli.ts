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
    .showHelpAfterError("Add --help to see what can be written here")
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2));

  program.commandsGroup("Begin, and change the access file:");
  initVerb(program);
  checkVerb(program);
  sandboxVerb(program, synthesis);
  program.commandsGroup("Deploy:");
  permissionsVerb(program);
  deployVerbs(program, synthesis);
  doctorVerb(program);
  program.commandsGroup("Sign in:");
  kubeconfigVerb(program);
  onboardVerb(program);
  explainVerb(program);
  program.commandsGroup("Who can do what:");
  reportVerb(program, synthesis);
  canIVerb(program);
  whoCanVerb(program);
  program.commandsGroup("Other clusters and applications:");
  authenticationVerb(program);
  clientValuesVerb(program);
  portalValuesVerb(program);
  program.commandsGroup("Terraform elsewhere, and new releases:");
  workspacesVerb(program);
  ejectVerb(program, synthesis);
  upgradeVerb(program, synthesis);
  return program.commandsGroup("Help:").helpCommand("help [command]", "say what a command takes");
}
