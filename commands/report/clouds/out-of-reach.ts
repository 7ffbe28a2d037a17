import { isOutOfReach } from "../../../model/terraform/provider-of";
import type { Program } from "./program";

/** What a stack made before with a provider that it does not configure any more, a sentence each with the way out: Terraform cannot take it away. */
export function outOfReach(before: Program, after: Program): string[] {
  return [...before.values()].flatMap(({ name, resources }) => {
    const now = after.get(name);
    if (now === undefined) return [];
    const lost = [...resources.keys()].filter((address) => isOutOfReach(address, now.providers));
    if (lost.length === 0) return [];
    const [it, entry] = [lost.length === 1 ? "it" : "them", entryOf(name)];
    return `The stack ${name} does not reach ${lost.join(", ")} any more, so Terraform cannot take ${it} away: put ${entry} back as it was, run npx cdktf destroy ${name}, then change it.`;
  });
}

/** Where the access file says what a stack holds. */
function entryOf(stack: string): string {
  const [, holder = "", name = ""] = /^(client|openshift)-(.+)$/.exec(stack) ?? [];
  if (holder === "client") return `clients.${name}`;
  return holder === "openshift" ? `clusters.${name}.openshift` : stack === "portal" ? "the portal" : "the file";
}
