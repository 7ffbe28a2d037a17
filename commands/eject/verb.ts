/* eslint-disable @typescript-eslint/no-require-imports -- what a verb needs is loaded when it is called: the others need not wait */
import type { Command } from "commander";
import type { WriteStacks } from "../../sandbox/terraform/synthesis";
import type { EjectOptions } from "../eject";
import { verb } from "../verb";

/**
 * Adds `eject`.
 *
 * @param synthesis loads what writes the stacks
 */
export function ejectVerb(program: Command, synthesis: () => WriteStacks): void {
  verb(
    program,
    "eject",
    "write the stacks as a folder that Terraform runs without this program and without Node.js",
    "0 written, 1 mistakes in the access file, 2 no answer: the folder is not empty",
  )
    .requiredOption("-o, --output <folder>", "the folder to write; it must not be there, or be empty")
    .action((given: Omit<EjectOptions, "writeStacks">) => {
      const { eject } = require("../eject") as typeof import("../eject");
      process.exitCode = eject({ ...given, writeStacks: synthesis() });
    });
}
