/* eslint-disable @typescript-eslint/no-require-imports -- what a verb needs is loaded when it is called: the others need not wait */
import type { Command } from "commander";
import { verb, type CommonOptions } from "../verb";

interface Given extends CommonOptions {
  readonly externalSecret: boolean;
}

/** Adds `client-values`. */
export function clientValuesVerb(program: Command): void {
  verb(
    program,
    "client-values",
    "print the values for a client's chart, such as Headlamp's; needs the stack login to be deployed",
    "0 printed, 1 mistakes in the access file, 2 no answer: no such client, a stack is not deployed, or its state cannot be trusted",
  )
    .argument("<client>", "its key under clients in the access file")
    .option(
      "--external-secret",
      "print the manifests for the External Secrets Operator instead; needs no deployed stack",
      false,
    )
    .action(async (client: string, { file, json, externalSecret }: Given) => {
      const { clientValues } = require("../client-values") as typeof import("../client-values");
      process.exitCode = await clientValues({ file, json, client, externalSecret });
    });
}
