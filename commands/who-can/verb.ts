/* eslint-disable @typescript-eslint/no-require-imports -- what a verb needs is loaded when it is called: the others need not wait */
import type { Command } from "commander";
import { questionVerb } from "../rbac/question-verb";
import type { WhoCanOptions } from "../who-can";

/** Adds `who-can`. */
export function whoCanVerb(program: Command): void {
  questionVerb(
    program,
    "who-can",
    "say who may do something, and through which group and grant",
    "0 somebody, 1 nobody or mistakes in the access file, 2 no answer: only the cluster knows the role, or a wrong question",
  )
    .option("-c, --cluster <name>", "the cluster (default: all)")
    .action((_verb: unknown, _type: unknown, options: WhoCanOptions, command: Command) => {
      const { whoCan } = require("../who-can") as typeof import("../who-can");
      process.exitCode = whoCan(command.args, options);
    });
}
