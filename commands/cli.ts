import { Command, Option } from "commander";
import { version } from "../package.json";
import { check } from "./check";
import { kubeconfig } from "./kubeconfig";
import { portalValues } from "./portal-values";
import { print, say } from "./print";
import { defaultAccessFile } from "./with-access-file";

interface CommonOptions {
  readonly file: string;
  readonly json: boolean;
}

/** `entra-eks`: every verb, its options and its help. A verb sets the exit code of the process. */
export function cli(): Command {
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
  ).action(({ file, json }: CommonOptions) => {
    process.exitCode = check({ file, json });
  });
  verb(program, "kubeconfig", "print a kubeconfig, from the outputs of the deployed stacks")
    .option("-c, --cluster <name...>", "only these clusters (default: all)")
    .action(async ({ file, json, cluster }: CommonOptions & { readonly cluster?: readonly string[] }) => {
      process.exitCode = await kubeconfig({ file, json, ...(cluster === undefined ? {} : { cluster }) });
    });
  verb(
    program,
    "portal-values",
    "print the Helm values of the KubeRocketCI Portal, from the output of its stack",
  ).action(async ({ file, json }: CommonOptions) => {
    process.exitCode = await portalValues({ file, json });
  });
  verb(program, "sandbox", "try the access file: emulated clouds, real providers and API servers, on this machine only")
    .option("--keep", "keep everything running until Ctrl-C, with a kubeconfig for everybody", false)
    .action(async ({ file, json, keep }: CommonOptions & { readonly keep: boolean }) => {
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- the other verbs need not wait until CDKTF is loaded
      const { sandbox } = require("./sandbox") as typeof import("./sandbox");
      process.exitCode = await sandbox({ file, json, keep });
    });
  return program;
}

function verb(program: Command, name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .addHelpText(
      "after",
      "\nExit status: 0 done, 1 the answer is no (mistakes in the file, an API server says otherwise), 2 no answer",
    )
    .addOption(new Option("-f, --file <file>", "the access file (also: ACCESS_FILE)").default(defaultAccessFile()))
    .option("--json", "print JSON", false);
}
