import type { Block, Synthesized } from "../synth";

/**
 * The lookups of people, whose batches of fifteen shift when somebody comes or goes, and the maps made of them: they are
 * read anew at each plan and are nobody's identity.
 */
const batched =
  /^(users|people|login|attributes) (data\.msgraph_resource\.|locals\.(found_people|found_guests|people|members_by_mail)$)/;

/** Everything that a program tells Terraform, by stack and address: `people azuread_group.developers`. */
export function byAddress({ stacks }: Synthesized): Map<string, string> {
  const found = new Map<string, string>();
  for (const [stack, blocks] of Object.entries(stacks)) {
    for (const [kind, block] of Object.entries(blocks)) {
      if (kind === "//") continue;
      for (const [path, value] of addressed(kind, block as Block)) found.set(`${stack} ${path}`, JSON.stringify(value));
    }
  }
  return found;
}

/** Resources and data sources have a type and a name, other blocks a name. */
function* addressed(kind: string, block: Block): Generator<[path: string, value: unknown]> {
  const prefix = kind === "resource" ? "" : `${kind}.`;
  const hasTypes = kind === "resource" || kind === "data" || kind === "ephemeral";
  for (const [name, inside] of Object.entries(block)) {
    if (!hasTypes) yield [`${prefix}${name}`, inside];
    else for (const [address, value] of Object.entries(inside as Block)) yield [`${prefix}${name}.${address}`, value];
  }
}

/**
 * What differs between two programs, by address: `+` what came, `-` what went, `~` what changed, without the batched
 * lookups. A stack that came or went whole is one line.
 */
export function changesBetween(before: Synthesized, after: Synthesized): string[] {
  const [old, now] = [byAddress(before), byAddress(after)];
  const only = (these: Map<string, string>, others: Map<string, string>, { stacks }: Synthesized) =>
    [...these.keys()]
      .filter((path) => !others.has(path))
      .map((path) => {
        const [stack = ""] = path.split(" ");
        return stack in stacks ? path : stack;
      });
  const gone = only(old, now, after).map((path) => `- ${path}`);
  const come = only(now, old, before).map((path) => `+ ${path}`);
  const changed = [...now].flatMap(([path, value]) => (old.has(path) && old.get(path) !== value ? [`~ ${path}`] : []));
  const changes = [...new Set([...gone, ...come, ...changed])].filter((change) => !batched.test(change.slice(2)));
  return changes.sort((a, b) => (a.slice(2) < b.slice(2) ? -1 : 1));
}
