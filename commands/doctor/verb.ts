/* eslint-disable @typescript-eslint/no-require-imports -- what a verb needs is loaded when it is called: the others need not wait */
import type { Command } from "commander";
import type { DoctorOptions } from "../doctor";
import { verb } from "../verb";

/** Adds `doctor`. */
export function doctorVerb(program: Command): void {
  verb(
    program,
    "doctor",
    "look at everything that signing in and deploying rest on: this machine, Entra, AWS, the clusters, the states",
    "0 nothing is broken, 1 something is broken, or mistakes in the access file, 2 no answer",
  )
    .option("-c, --cluster <name...>", "only these clusters (default: all)")
    .action(async (options: Omit<DoctorOptions, "surroundings">) => {
      const { doctor } = require("../doctor") as typeof import("../doctor");
      process.exitCode = await doctor(options);
    });
}
