/* eslint-disable @typescript-eslint/no-require-imports -- what a verb needs is loaded when it is called: the others need not wait */
import { Option, type Command } from "commander";
import type { AuthenticationOptions } from "../authentication";
import { verb } from "../verb";
import { authenticationFormats } from "./formats";

/** Adds `authentication`. */
export function authenticationVerb(program: Command): void {
  verb(
    program,
    "authentication",
    "print what an API server that you start yourself needs to trust the login: kind, kubeadm, k3s, OpenShift or any other",
    "0 printed, 1 mistakes in the access file, 2 no answer: the stack login is not deployed, or the format cannot say it",
  )
    .option("-c, --cluster <name>", "the cluster (default: the only one)")
    .addOption(
      new Option(
        "--format <format>",
        "the file that kube-apiserver reads, its flags, or what carries them (default: authentication-config, or what OpenShift is told in)",
      ).choices(authenticationFormats),
    )
    .option("--client-id <id>", "client ID of the login application (default: output of the stack login)")
    .option("--kubernetes <version>", "version of the cluster; flags before 1.30 (default: 1.34 or later)")
    .action(async (options: AuthenticationOptions) => {
      const { authentication } = require("../authentication") as typeof import("../authentication");
      process.exitCode = await authentication(options);
    });
}
