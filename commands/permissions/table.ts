import Table from "cli-table3";
import type { StackPermissions } from "../../model/permissions/stack-permissions";
import { credentialsInWords } from "./credentials-in-words";
import { rightsInWords } from "./rights-in-words";

/** A table for each stack, and under it what has to be given up to do without a permission. */
export function inTable(stacks: readonly StackPermissions[]): string {
  return stacks.map(ofStack).join("\n\n");
}

function ofStack({ stack, plan, apply, roles, licences, credentials }: StackPermissions): string {
  const table = new Table({
    head: [stack, "to plan", "to apply", "what for"],
    colWidths: [60, 9, 10, 66],
    wordWrap: true,
    wrapOnWordBoundary: true,
    style: { head: [], border: [] },
    chars: { mid: "", "left-mid": "", "mid-mid": "", "right-mid": "" },
  });
  const key = ({ where, right }: { where: string; right: string }) => `${where}: ${right}`;
  const planned = new Set(rightsInWords(plan).map(key));
  const applied = rightsInWords(apply);
  const only = rightsInWords(plan).filter((right) => !applied.some((other) => key(other) === key(right)));
  for (const right of only) table.push([key(right), "yes", "", right.why]);
  for (const right of applied) table.push([key(right), planned.has(key(right)) ? "yes" : "", "yes", right.why]);
  const notes = [
    ...apply.graph.flatMap(({ permission, without }) =>
      without.length === 0 ? [] : [`To do without ${permission}: ${without.join("; ")}.`],
    ),
    ...(roles.length === 0 ? [] : [`A person who deploys it, signed in with az login, needs: ${roles.join(", ")}.`]),
    ...licences.map((licence) => `The tenant needs ${licence}.`),
    ...credentials.map(credentialsInWords),
  ];
  return [table.toString(), ...notes].join("\n");
}
