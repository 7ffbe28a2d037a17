import { Option, type Command } from "commander";
import type { Phase } from "../../model/permissions/need";
import { formats, permissions, type Format } from "../permissions";
import { verb, type CommonOptions } from "../verb";

interface Given extends CommonOptions {
  readonly stack?: readonly string[];
  readonly format: Format;
  readonly phase: Phase;
}

/** Adds `permissions`. */
export function permissionsVerb(program: Command): void {
  verb(
    program,
    "permissions",
    "print the rights that the deploying identity needs in Entra, AWS and Kubernetes, stack by stack",
    "0 printed, 1 mistakes in the access file, 2 no answer",
  )
    .option("-s, --stack <name...>", "only these stacks (default: all)")
    .addOption(new Option("--format <format>", "output format").choices(formats).default("table"))
    .addOption(
      new Option(
        "--phase <phase>",
        "for az, terraform, iam and kubernetes: the rights to plan, or to apply and destroy",
      )
        .choices(["plan", "apply"])
        .default("apply"),
    )
    .action(({ json, format, ...options }: Given) => {
      process.exitCode = permissions({ ...options, format: json ? "json" : format });
    });
}
