import type { Command } from "commander";
import { verb } from "../verb";

/**
 * Adds a verb that takes what `kubectl auth can-i` takes; the verb itself says how many words are too many.
 *
 * @param exits what its exit statuses mean
 */
export function questionVerb(program: Command, name: string, description: string, exits: string): Command {
  return verb(program, `${name} [verb] [type|type/name|/url]`, description, exits)
    .allowExcessArguments()
    .option("-n, --namespace <name>", "the namespace (default: default)")
    .option("-A, --all-namespaces", "in every namespace")
    .option("--subresource <name>", "the subresource, such as log or exec");
}
