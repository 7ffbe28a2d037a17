import { InvalidAccessFile, inFile, type Located } from "../config/mistake";
import { warningsOf } from "../config/warnings";
import { planOf, type Plan } from "../model/plan";
import { print, printJson } from "./print";
import { withAccessFile, type ExitCode } from "./with-access-file";

export interface CheckOptions {
  readonly file: string;
  /** Print one JSON object instead of lines. */
  readonly json: boolean;
}

/** Prints every mistake of an access file; or its warnings and what it would make. */
export function check({ file, json }: CheckOptions): ExitCode {
  const show = (outcome: Outcome) => {
    if (json) printJson(outcome);
    else print(inLines(file, outcome));
  };
  return withAccessFile<ExitCode>(
    file,
    (accessFile) => {
      show({ mistakes: [], warnings: warningsOf(accessFile), plan: planOf(accessFile.access) });
      return 0;
    },
    ({ mistakes }: InvalidAccessFile) => {
      show({ mistakes, warnings: [] });
    },
  );
}

interface Outcome {
  readonly mistakes: readonly Located[];
  readonly warnings: readonly Located[];
  /**
   * What would be made.
   *
   * @default - nothing: the file has mistakes
   */
  readonly plan?: Plan;
}

function inLines(file: string, { mistakes, warnings, plan }: Outcome): string {
  const lines = [
    ...mistakes.map((mistake) => inFile(file, mistake)),
    ...warnings.map((warning) => `warning: ${inFile(file, warning)}`),
    ...(plan === undefined ? [] : [`${file} makes ${inWords(plan)}`]),
  ];
  return lines.join("\n");
}

function inWords(plan: Plan): string {
  const { groups, existingGroups, people, invitations, newPeople } = plan;
  const { clusters, associations, roles, bindings } = plan;
  return [
    "1 login application",
    ...(newPeople > 0 ? [count(newPeople, "new account")] : []),
    ...(invitations > 0 ? [count(invitations, "invitation")] : []),
    `${count(groups, "group")}${existingGroups > 0 ? ` beside ${count(existingGroups, "existing one")}` : ""} with ${count(people, "person", "people")}`,
    `${count(associations, "association")}, ${count(roles, "role")} and ${count(bindings, "binding")} on ${count(clusters, "cluster")}`,
  ].join(", ");
}

const count = (number: number, one: string, many = `${one}s`) => `${String(number)} ${number === 1 ? one : many}`;
