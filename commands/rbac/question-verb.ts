import type { Command } from "commander";
import { verb } from "../verb";

/**
 * Adds a verb that takes what `kubectl auth can-i` takes; the verb itself says how many words are too many.
 *
 * @param exits what its exit statuses mean
 */
export function questionVerb(program: Command, name: string, description: string, exits: string): Command {
  return verb(program, name, description, exits)
    .argument("[verb]", "what is done: get, list, create, delete and so on")
    .argument("[type|type/name|/url]", "to what: pods, pods/web-0, deployments.apps or /metrics")
    .allowExcessArguments()
    .option("-n, --namespace <name>", "the namespace (default: default)")
    .option("-A, --all-namespaces", "in every namespace")
    .option("--subresource <name>", "the subresource, such as log or exec");
}
