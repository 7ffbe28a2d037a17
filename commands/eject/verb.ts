/* eslint-disable @typescript-eslint/no-require-imports -- what a verb needs is loaded when it is called: the others need not wait */
import type { Command } from "commander";
import type { WriteStacks } from "../../sandbox/terraform/synthesis";

interface Given {
  readonly file: string;
  readonly json: boolean;
  readonly output: string;
}

/** What `eject` takes beside a file. */
export function ejectVerb(command: Command, synthesis: () => WriteStacks): void {
  command
    .requiredOption("-o, --output <folder>", "the folder to write; it must not be there, or be empty")
    .action((given: Given) => {
      const { eject } = require("../eject") as typeof import("../eject");
      process.exitCode = eject({ ...given, writeStacks: synthesis() });
    });
}
