/* eslint-disable @typescript-eslint/no-require-imports -- what a verb needs is loaded when it is called: the others need not wait */
import { Option, type Command } from "commander";
import type { WriteStacks } from "../../sandbox/terraform/synthesis";
import type { ReportOptions } from "../report";
import { verb } from "../verb";
import { reportFormats } from "./format";
import { gates } from "./gate";
import { orders } from "./order";

interface ReportCommand extends ReportOptions {
  readonly json: boolean;
  readonly against?: string;
  readonly clouds: boolean;
}

/** What a comparison has no use for. */
const ofWholeReport = ["by", "person", "group", "cluster", "role", "namespace"] as const;

/**
 * Adds `report`.
 *
 * @param synthesis loads what writes the stacks
 */
export function reportVerb(program: Command, synthesis: () => WriteStacks): void {
  const command = verb(
    program,
    "report",
    "print who may do what where, and what an auditor would ask about",
    "0 printed, 1 mistakes in the access file (with --fail-on also what it names), 2 no answer: something wanted is not in the file, or there is nothing to compare with",
  );
  command
    .addOption(new Option("--format <format>", "output format").choices(reportFormats).default("table"))
    .addOption(
      new Option("--by <order>", "what comes first, and what it is sorted by").choices(orders).default("person"),
    )
    .option("--person <name...>", "only these people (default: all)")
    .option("--group <name...>", "only what these groups give (default: all)")
    .option("-c, --cluster <name...>", "only these clusters (default: all)")
    .option("--role <name...>", "only these roles (default: all)")
    .option("-n, --namespace <name...>", "only what holds in these namespaces (default: everywhere)")
    .addOption(
      new Option(
        "--against <revision|file>",
        "say what changes compared with a revision of git, or with a file: who gains and loses, and what a deployment does",
      ),
    )
    .option("--no-clouds", "with --against: leave out what a deployment does, which takes longer")
    .addOption(
      new Option(
        "--fail-on <what...>",
        "exit with 1 on a finding of this severity or a worse one; with --against, on widening or replacement",
      ).choices(gates),
    )
    .option("-o, --output <file>", "write it to this file (default: stdout)")
    .action(async ({ json, format, against, clouds, ...options }: ReportCommand) => {
      if (json && format !== "json" && command.getOptionValueSource("format") === "cli") {
        command.error(`error: option '--json' cannot be used with option '--format ${format}'`);
      }
      if (!clouds && against === undefined)
        command.error("error: option '--no-clouds' needs option '--against <revision|file>'");
      const chosen = json ? "json" : format;
      if (against === undefined) {
        const { report } = require("../report") as typeof import("../report");
        process.exitCode = report({ ...options, format: chosen });
        return;
      }
      const useless = ofWholeReport.find((name) => command.getOptionValueSource(name) === "cli");
      if (useless !== undefined)
        command.error(`error: option '--${useless}' cannot be used with option '--against <revision|file>'`);
      const { reportAgainst } = require("./against") as typeof import("./against");
      const writeStacks = clouds ? (...args: Parameters<WriteStacks>) => synthesis()(...args) : undefined;
      process.exitCode = await reportAgainst({ ...options, format: chosen, against, writeStacks });
    });
}
