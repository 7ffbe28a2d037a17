/* eslint-disable @typescript-eslint/no-require-imports -- what a verb needs is loaded when it is called: the others need not wait */
import type { Command } from "commander";
import type { CanIOptions } from "../can-i";
import { questionVerb } from "../rbac/question-verb";

/** Adds `can-i`. */
export function canIVerb(program: Command): void {
  questionVerb(
    program,
    "can-i",
    "say whether somebody may do something on a cluster, and why, in the words of kubectl auth can-i",
    "0 yes, 1 no or mistakes in the access file, 2 no answer: unknown, as only the cluster knows the role, or a wrong question",
  )
    .requiredOption("--as <person>", "who: user principal name, or the mail address of a guest")
    .option("-c, --cluster <name>", "the cluster (default: the only one)")
    .option("--list", "print everything that the person may do there")
    .action((_verb: unknown, _type: unknown, options: CanIOptions, command: Command) => {
      const { canI } = require("../can-i") as typeof import("../can-i");
      process.exitCode = canI(command.args, options);
    });
}
