/* eslint-disable @typescript-eslint/no-require-imports -- what a verb needs is loaded when it is called: the others need not wait */
import type { Command } from "commander";
import type { WriteStacks } from "../../sandbox/terraform/synthesis";
import type { UpgradeOptions } from "../upgrade";
import { verb } from "../verb";

/**
 * Adds `upgrade`.
 *
 * @param synthesis loads what writes the stacks
 */
export function upgradeVerb(program: Command, synthesis: () => WriteStacks): void {
  const command = verb(
    program,
    "upgrade",
    "say what a newer release changes in the Terraform of this file, address by address; installs nothing here",
    "0 nothing changes, 1 something does, or mistakes in the access file, 2 no answer: the release cannot be installed, or does not write the stacks",
  );
  command
    .option("--from <packed>", "the packed file of the release (default: the registry's)")
    .option("--to <version>", "the version, where the registry is asked (default: the newest)")
    .action(async (options: Omit<UpgradeOptions, "writeStacks">) => {
      if (options.from !== undefined && options.to !== undefined)
        command.error("error: option '--from <packed>' cannot be used with option '--to <version>'");
      const { upgrade } = require("../upgrade") as typeof import("../upgrade");
      process.exitCode = await upgrade({ ...options, writeStacks: synthesis() });
    });
}
