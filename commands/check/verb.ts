import type { Command } from "commander";
import { check } from "../check";
import { verb, type CommonOptions } from "../verb";

/** Adds `check`. */
export function checkVerb(program: Command): void {
  verb(
    program,
    "check",
    "print every mistake in the access file, or its warnings and what it would create",
    "0 no mistakes, 1 mistakes (with --strict also warnings), 2 no answer: no file, or a state that cannot be trusted",
  )
    .option("--strict", "exit with 1 if there is a warning that the file does not accept, for CI", false)
    .action(({ file, json, strict }: CommonOptions & { readonly strict: boolean }) => {
      process.exitCode = check({ file, json, strict });
    });
}
