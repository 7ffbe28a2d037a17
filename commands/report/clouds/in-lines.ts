import type { AddressChange, StackChange } from "./address-change";
import type { CloudChanges } from "./cloud-changes";
import { countsInWords, isNothing, marks } from "./in-words";

/** What a change does to the clouds, for a terminal. */
export function cloudChangesInLines(changes: CloudChanges): string[] {
  if (isNothing(changes)) return ["Nothing is to be deployed."];
  const { stacks, costs, refusals, leftBehind, unforeseen, command } = changes;
  return [
    `To the clouds: ${countsInWords(changes)}.`,
    ...stacks.flatMap(stackInLines),
    ...[...refusals, ...leftBehind, ...costs.map(({ sentence }) => sentence), ...unforeseen].map((one) => `! ${one}`),
    ...(command === null ? [] : [`Deploy it: ${command}`]),
  ];
}

/** A stack, and below it each address and output that changes. */
export function stackInLines({ stack, isNew, addresses, outputs }: StackChange): string[] {
  return [
    `  ${stack}${isNew ? " (new)" : ""}`,
    ...addresses.map((change) => `    ${marks[change.action].padStart(3)} ${change.address}${why(change)}`),
    ...outputs.map(({ name, action }) => `    ${marks[action].padStart(3)} output ${name}`),
  ];
}

const why = ({ because }: AddressChange) => (because.length === 0 ? "" : ` (${because.join(", ")})`);
