import { Option, type Command } from "commander";
import { defaultAccessFile } from "./with-access-file";

/** What every verb takes. */
export interface CommonOptions {
  readonly file: string;
  readonly json: boolean;
}

/**
 * Adds a command with what all of them take.
 *
 * @param exits what its exit statuses mean
 */
export function verb(program: Command, name: string, description: string, exits: string): Command {
  return program
    .command(name)
    .description(description)
    .addHelpText("after", `\nExit status: ${exits}`)
    .showHelpAfterError("Add --help to see what can be written here; --file names the access file")
    .addOption(
      new Option("-f, --file <file>", "the access file, - for stdin (also: ACCESS_FILE)").default(defaultAccessFile()),
    )
    .option("--json", "print JSON, errors too", false);
}
