/* eslint-disable @typescript-eslint/no-require-imports -- what a verb needs is loaded when it is called: the others need not wait */
import { InvalidArgumentError, Option, type Command } from "commander";
import type { WriteStacks } from "../../sandbox/terraform/synthesis";
import { verb } from "../verb";

interface Given {
  readonly file: string;
  readonly json: boolean;
  readonly changed: boolean;
  readonly yes: boolean;
  readonly olderRelease: boolean;
  readonly against?: string;
  readonly stage?: string;
  readonly parallelism?: number;
}

/**
 * `plan`, `deploy` and `destroy`: their options and their help.
 *
 * @param synthesis loads what writes the stacks
 */
export function deployVerbs(program: Command, synthesis: () => WriteStacks): void {
  looking(
    ofStacks(
      program,
      "plan",
      "say who gains and loses access, and what Terraform would change, stack by stack; changes nothing",
      "0 planned, 1 mistakes in the access file, or a stack cannot be planned, 2 no answer: no such stack, no Terraform, stopped",
    ),
  ).action(async (stacks: readonly string[], given: Given) => {
    const { plan } = require("../plan") as typeof import("../plan");
    process.exitCode = await plan({ ...given, stacks, writeStacks: synthesis() });
  });
  looking(
    ofStacks(
      program,
      "deploy",
      "plan the stacks, show the plans, ask, and apply exactly that, in order and side by side where the order allows",
      "0 deployed, 1 mistakes in the access file, the answer was no, or not every stack was deployed, 2 no answer: no such stack, no Terraform, nobody to ask, stopped",
    ),
  )
    .option("-y, --yes", "ask nobody; a plan that then takes away more than was shown is not applied", false)
    .option("--older-release", "deploy although a newer release of entra-eks has deployed before", false)
    .action(async (stacks: readonly string[], given: Given) => {
      const { deploy } = require("../deploy") as typeof import("../deploy");
      process.exitCode = await deploy({ ...given, stacks, writeStacks: synthesis() });
    });
  ofStacks(
    program,
    "destroy",
    "destroy what the stacks made, the last first; every plan is made before anything is gone",
    "0 destroyed, 1 mistakes in the access file, the answer was no, or not every stack was destroyed, 2 no answer: no such stack, no Terraform, nobody to ask, stopped",
  )
    .option("-y, --yes", "ask nobody", false)
    .action(async (stacks: readonly string[], given: Given) => {
      const { destroy } = require("../destroy") as typeof import("../destroy");
      process.exitCode = await destroy({ ...given, stacks, writeStacks: synthesis() });
    });
}

function ofStacks(program: Command, name: string, description: string, exits: string): Command {
  return verb(program, name, description, exits)
    .argument("[stack...]", "only these stacks, by name or by a pattern such as 'rbac-*' (default: all)")
    .option(
      "--stage <stage>",
      `only the clusters of this stage${name === "destroy" ? "; what all clusters share stays" : ", and what all clusters share"}`,
    )
    .addOption(
      new Option(
        "--parallelism <count>",
        "how many Terraforms run at once (default: what memory and processors allow)",
      ).argParser(count),
    );
}

const looking = (command: Command): Command =>
  command
    .option("--changed", "only stacks whose Terraform or inputs changed since they were deployed from here", false)
    .option("--against <revision|file>", "the access file that is deployed (default: the one recorded here)");

function count(text: string): number {
  const number = Number(text);
  if (!/^\d{1,3}$/.test(text) || number < 1) throw new InvalidArgumentError("It must be a number from 1 to 999.");
  return number;
}
