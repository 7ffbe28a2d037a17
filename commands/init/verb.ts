/* eslint-disable @typescript-eslint/no-require-imports -- what a verb needs is loaded when it is called: the others need not wait */
import type { Command } from "commander";
import type { InitOptions } from "../init";

const several = (one: string, others: readonly string[] = []) => [...others, one];

/** Adds `init`, which needs no access file: it writes one. */
export function initVerb(program: Command): void {
  program
    .command("init")
    .description("begin: write a small repository with your access file, pinned to this release, into an empty folder")
    .addHelpText(
      "after",
      "\nOn a terminal it asks for whatever no option says. Exit status: 0 written, 1 something given is wrong, 2 no answer: the folder is not empty, nobody can be asked, or the tenant cannot be looked up",
    )
    .argument("[folder]", "what is written into; made if it is not there (default: the current folder)")
    .option("--tenant <id|domain>", "the Entra tenant (default: the one that az is signed in to)")
    .option("--group <name=people>", "a group and its people, as developers=ada@contoso.com,bob@contoso.com", several)
    .option("--cluster <name@region>", "an EKS cluster, as prod-eks@eu-central-1", several)
    .option(
      "--grant <group=role>",
      "what a group may do on each cluster, as developers=edit@team-a, or developers=none (default: view@default for each group)",
      several,
    )
    .option("-y, --yes", "ask nothing", false)
    .action(async (folder: string | undefined, options: Omit<InitOptions, "folder">) => {
      const { init } = require("../init") as typeof import("../init");
      process.exitCode = await init({ ...options, folder: folder ?? "." });
    });
}
