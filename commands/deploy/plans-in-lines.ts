import { diagnosticInWords, type Failure } from "./failure";
import type { PlannedChange, PlannedStack } from "./planned-stack";

const signs: ReadonlyMap<string, string> = new Map([
  ["create", "+"],
  ["update", "~"],
  ["replace", "-/+"],
  ["delete", "-"],
  ["import", "<"],
  ["move", ">"],
  ["remove", "x"],
]);

const verbs: readonly (readonly [action: string, verb: string])[] = [
  ["create", "to create"],
  ["import", "to import"],
  ["update", "to change"],
  ["replace", "to replace"],
  ["delete", "to destroy"],
  ["move", "to rename"],
  ["remove", "to let go"],
];

/** What Terraform does to each address, and a line with the counts for each stack. */
export function planInLines({ stack, changes, outputs, isEmpty, warnings }: PlannedStack): string[] {
  if (isEmpty) return [`${stack}: nothing to do`, ...warningLines(warnings)];
  return [
    `${stack}: ${countsInWords(changes, outputs)}`,
    ...changes.map(({ action, address }) => `  ${(signs.get(action) ?? "?").padStart(3)} ${address}`),
    ...(outputs.length === 0 ? [] : [`      outputs: ${outputs.join(", ")}`]),
    ...warningLines(warnings),
  ];
}

function countsInWords(changes: readonly PlannedChange[], outputs: readonly string[] = []): string {
  const parts = verbs.flatMap(([action, verb]) => {
    const count = changes.filter((change) => change.action === action).length;
    return count === 0 ? [] : [`${String(count)} ${verb}`];
  });
  if (parts.length > 0) return parts.join(", ");
  return outputs.length > 0 ? "only outputs change" : "only the state changes";
}

/** What to do, then Terraform's own words. */
export function failureInLines({ stack, advice, terraform }: Failure): string[] {
  return [
    ...(advice === undefined ? [] : [advice]),
    `Terraform on ${stack}:`,
    ...terraform.split("\n").map((line) => `  ${line}`.trimEnd()),
  ];
}

const warningLines = (warnings: PlannedStack["warnings"]) =>
  warnings.flatMap((warning) => diagnosticInWords(warning).split("\n")).map((line) => `    ${line}`.trimEnd());
