import { markdownTable } from "../../../config/markdown-table";
import type { StackChange } from "./address-change";
import type { CloudChanges } from "./cloud-changes";
import { countsInWords, isNothing, marks } from "./in-words";

/** What a change does to the clouds, for a comment of a pull request. */
export interface CloudChangesInMarkdown {
  /** Lines that stand at the top: how much is replaced or destroyed, what it costs, and how to deploy it. */
  readonly head: readonly string[];
  /** Lines that are folded away: every address. None if nothing changes. */
  readonly details: readonly string[];
}

export function cloudChangesInMarkdown(changes: CloudChanges): CloudChangesInMarkdown {
  const { stacks, costs, refusals, leftBehind, unforeseen, command } = changes;
  const told = [...refusals, ...leftBehind, ...costs.map(({ sentence }) => sentence), ...unforeseen];
  const head = [
    isNothing(changes) ? "**Clouds:** nothing is to be deployed." : `**Clouds:** ${countsInWords(changes)}.`,
    ...(told.length === 0 ? [] : ["", ...told.map((sentence) => `- ${sentence}`)]),
    ...(command === null ? [] : ["", "```sh", command, "```"]),
  ];
  if (stacks.length === 0) return { head, details: [] };
  const names = stacks.map(({ stack }) => stack).join(", ");
  const table = markdownTable(["stack", "", "address", "why"], stacks.flatMap(rowsOf));
  return { head, details: [`<details><summary>Addresses: ${names}</summary>`, "", table, "", "</details>"] };
}

function rowsOf({ stack, addresses, outputs }: StackChange): string[][] {
  return [
    ...addresses.map(({ address, action, because }) => [
      stack,
      marks[action],
      code(address),
      because.map(code).join(", "),
    ]),
    ...outputs.map(({ name, action }) => [stack, marks[action], code(`output.${name}`), ""]),
  ];
}

/** No name in an address has a backtick. */
const code = (text: string) => `\`${text.replaceAll("|", "\\|")}\``;
