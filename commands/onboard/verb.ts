/* eslint-disable @typescript-eslint/no-require-imports -- what a verb needs is loaded when it is called: the others need not wait */
import { Option, type Command } from "commander";
import type { OnboardOptions } from "../onboard";
import { verb } from "../verb";
import { pageFormats } from "./format";

/** Adds `onboard`. */
export function onboardVerb(program: Command): void {
  verb(
    program,
    "onboard",
    "print the page to send to a new colleague: what to install, how to sign in, what the person may do where",
    "0 printed, 1 the person may do nothing or not sign in, or mistakes in the access file, 2 no answer: nobody of that name, or a stack is not deployed",
  )
    .argument("<person>", "user principal name, or the mail address of a guest")
    .addOption(new Option("--format <format>", "output format").choices(pageFormats).default("markdown"))
    .option("--no-kubeconfig", "leave the kubeconfig out; the page says how to ask for it")
    .action(async (person: string, options: Omit<OnboardOptions, "person">) => {
      const { onboard } = require("../onboard") as typeof import("../onboard");
      process.exitCode = await onboard({ ...options, person });
    });
}
