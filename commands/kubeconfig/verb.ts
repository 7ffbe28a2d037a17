/* eslint-disable @typescript-eslint/no-require-imports -- what a verb needs is loaded when it is called: the others need not wait */
import { Option, type Command } from "commander";
import { tokenCaches } from "../../model/login/sign-in-arguments";
import type { KubeconfigOptions } from "../kubeconfig";
import { verb } from "../verb";

interface KubeconfigCommand extends KubeconfigOptions {
  readonly check: boolean;
  readonly plugin: string;
}

/** Adds `kubeconfig`. */
export function kubeconfigVerb(program: Command): void {
  verb(
    program,
    "kubeconfig",
    "print a kubeconfig, or put it into yours; needs the stacks login and eks-<cluster> to be deployed",
    "0 done, 1 mistakes in the access file (with --check: something is missing here), 2 no answer: a stack is not deployed, its state cannot be trusted, or a file cannot be changed",
  )
    .option("-c, --cluster <name...>", "only these clusters (default: all)")
    .addOption(
      new Option(
        "--merge-into [kubeconfig]",
        "put it into this file (default: the one that kubectl adds to)",
      ).conflicts(["printCommands", "check"]),
    )
    .addOption(new Option("--print-commands", "print the kubectl config commands that do the same").conflicts("check"))
    .option("--device-code", "sign in by a code, typed in any browser; needs login.deviceCode")
    .option("--headless", "sign in on a machine without a browser, over SSH")
    .addOption(new Option("--token-cache <where>", "where kubelogin keeps tokens (default: disk)").choices(tokenCaches))
    .addOption(
      new Option("--plugin <name>", "kubelogin of int128; azure says why Azure's does not work")
        .choices(["int128", "azure"])
        .default("int128"),
    )
    .option("--check", "only say whether kubectl and kubelogin are ready on this machine", false)
    .action(async ({ check: ofTools, plugin, ...options }: KubeconfigCommand) => {
      if (ofTools) {
        const { checkTools } = require("./check") as typeof import("./check");
        process.exitCode = await checkTools(options);
        return;
      }
      const { kubeconfig } = require("../kubeconfig") as typeof import("../kubeconfig");
      process.exitCode = await kubeconfig({ ...options, azure: plugin === "azure" });
    });
}
