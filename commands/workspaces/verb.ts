/* eslint-disable @typescript-eslint/no-require-imports -- what a verb needs is loaded when it is called: the others need not wait */
import { Option, type Command } from "commander";
import { verb } from "../verb";
import type { WorkspacesOptions } from "../workspaces";
import { workspacesFormats, type WorkspacesFormat } from "./formats";

interface WorkspacesCommand extends Omit<WorkspacesOptions, "format"> {
  readonly json: boolean;
  readonly format: WorkspacesFormat;
}

/** Adds `workspaces`. */
export function workspacesVerb(program: Command): void {
  verb(
    program,
    "workspaces",
    "print the workspaces of HCP Terraform that deploy the file: order, run triggers, shared states, credentials",
    "0 printed, 1 mistakes in the access file, 2 no answer: states are not in HCP Terraform, or an option says otherwise",
  )
    .addOption(new Option("--format <format>", "output format").choices(workspacesFormats).default("table"))
    .option("--organization <name>", "the organization (default: that of backend in the access file)")
    .option("--project <name>", "the project (default: that of backend, or Default Project)")
    .action(({ json, format, ...options }: WorkspacesCommand) => {
      const { workspaces } = require("../workspaces") as typeof import("../workspaces");
      process.exitCode = workspaces({ ...options, format: json ? "json" : format });
    });
}
