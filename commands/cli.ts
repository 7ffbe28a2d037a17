import { Command, Option } from "commander";
import type { Phase } from "../model/permissions/need";
import { version } from "../package.json";
import { check } from "./check";
import { kubeconfig } from "./kubeconfig";
import { formats, permissions, type Format } from "./permissions";
import { portalValues } from "./portal-values";
import type { SandboxOptions } from "./sandbox";
import { print, say } from "./terminal/print";
import { defaultAccessFile } from "./with-access-file";

interface CommonOptions {
  readonly file: string;
  readonly json: boolean;
}

interface PermissionsCommand extends CommonOptions {
  readonly stack?: readonly string[];
  readonly format: Format;
  readonly phase: Phase;
}

/**
 * `entra-eks`: every verb, its options and its help. A verb sets the exit code of the process.
 *
 * @param synthesis loads what writes the stacks, CDKTF with it, for the one verb that needs it
 */
export function cli(synthesis: () => SandboxOptions["writeStacks"]): Command {
  const program = new Command("entra-eks")
    .description(
      "Sign-in to Amazon EKS with Microsoft Entra ID: everything beside cdktf synth, diff, deploy and destroy",
    )
    .version(version)
    .configureOutput({ writeOut: print, writeErr: say })
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2));

  verb(
    program,
    "check",
    "tell every mistake in the access file, what will cost something later, and what would be made",
    "0 no mistakes, 1 mistakes (with --strict: or warnings), 2 no answer: no file, or a state that cannot be trusted",
  )
    .option("--strict", "warnings are a no too, for CI", false)
    .action(({ file, json, strict }: CommonOptions & { readonly strict: boolean }) => {
      process.exitCode = check({ file, json, strict });
    });
  verb(
    program,
    "kubeconfig",
    "print a kubeconfig, from the outputs of the deployed stacks",
    "0 printed, 1 mistakes in the access file, 2 nothing is printed: a stack is not deployed, or cannot be trusted",
  )
    .option("-c, --cluster <name...>", "only these clusters (default: all)")
    .action(async ({ file, json, cluster }: CommonOptions & { readonly cluster?: readonly string[] }) => {
      process.exitCode = await kubeconfig({ file, json, ...(cluster === undefined ? {} : { cluster }) });
    });
  verb(
    program,
    "portal-values",
    "print the Helm values of the KubeRocketCI Portal, from the output of its stack",
    "0 printed, 1 mistakes in the access file, 2 nothing is printed: the portal is not deployed, or cannot be trusted",
  ).action(async ({ file, json }: CommonOptions) => {
    process.exitCode = await portalValues({ file, json });
  });
  verb(
    program,
    "permissions",
    "print what the identity that deploys the access file needs in Entra, AWS and Kubernetes, stack by stack",
    "0 printed, 1 mistakes in the access file, 2 no answer",
  )
    .option("-s, --stack <name...>", "only these stacks (default: all)")
    .addOption(new Option("--format <format>", "how to print it").choices(formats).default("table"))
    .addOption(
      new Option("--phase <phase>", "az, terraform, iam, kubernetes: the rights to plan, or to apply and destroy")
        .choices(["plan", "apply"])
        .default("apply"),
    )
    .action(({ file, json, stack, format, phase }: PermissionsCommand) => {
      process.exitCode = permissions({
        file,
        format: json ? "json" : format,
        phase,
        ...(stack === undefined ? {} : { stack }),
      });
    });
  verb(
    program,
    "sandbox",
    "try the access file: emulated clouds, real providers and API servers, on this machine only",
    "0 as the access file says, 1 mistakes in it, or an API server says otherwise, 2 no answer",
  )
    .option("--keep", "keep everything running until Ctrl-C, with a kubeconfig for everybody", false)
    .action(async ({ file, json, keep }: CommonOptions & { readonly keep: boolean }) => {
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- the other verbs need not wait until CDKTF is loaded
      const { sandbox } = require("./sandbox") as typeof import("./sandbox");
      process.exitCode = await sandbox({ file, json, keep, writeStacks: synthesis() });
    });
  return program;
}

/** @param exits what its exit statuses mean */
function verb(program: Command, name: string, description: string, exits: string): Command {
  return program
    .command(name)
    .description(description)
    .addHelpText("after", `\nExit status: ${exits}`)
    .addOption(
      new Option("-f, --file <file>", "the access file, - for stdin (also: ACCESS_FILE)").default(defaultAccessFile()),
    )
    .option("--json", "print JSON, errors too", false);
}
