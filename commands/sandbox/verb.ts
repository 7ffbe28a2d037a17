/* eslint-disable @typescript-eslint/no-require-imports -- what a verb needs is loaded when it is called: the others need not wait */
import type { Command } from "commander";
import type { WriteStacks } from "../../sandbox/terraform/synthesis";
import type { SandboxOptions } from "../sandbox";
import { verb } from "../verb";

/**
 * Adds `sandbox`.
 *
 * @param synthesis loads what writes the stacks
 */
export function sandboxVerb(program: Command, synthesis: () => WriteStacks): void {
  verb(
    program,
    "sandbox",
    "try the access file on this machine, with emulated clouds and real providers and API servers",
    "0 the answers match the access file, 1 mistakes in the file or answers that do not match, 2 no answer",
  )
    .option("--keep", "keep everything running until Ctrl-C, with a kubeconfig for everybody", false)
    .action(async (options: Omit<SandboxOptions, "writeStacks">) => {
      const { sandbox } = require("../sandbox") as typeof import("../sandbox");
      process.exitCode = await sandbox({ ...options, writeStacks: synthesis() });
    });
}
