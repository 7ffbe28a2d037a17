import { furtherMistakes, inFile, type Located } from "../config/mistake";
import { warningsOf } from "../config/warnings";
import type { Findings } from "../config/finding";
import { planOf, type Plan } from "../model/plan";
import { findingsInLines } from "./check/findings-in-lines";
import { print, printJson } from "./terminal/print";
import { withAccessFile, type ExitCode } from "./with-access-file";

export interface CheckOptions {
  readonly file: string;
  /** Print one JSON object instead of lines. */
  readonly json: boolean;
  /**
   * A warning that the file does not accept is a no too, for CI.
   *
   * @default false
   */
  readonly strict?: boolean;
}

/** Prints every mistake of an access file; or its warnings and what it would make. */
export function check({ file, json, strict = false }: CheckOptions): ExitCode {
  const show = (outcome: Outcome) => {
    if (json) printJson(outcome);
    else print(inLines(outcome));
  };
  return withAccessFile<ExitCode>(
    file,
    (accessFile) => {
      const findings = warningsOf(accessFile);
      show({ file, mistakes: [], untold: 0, ...findings, plan: planOf(accessFile.access) });
      return strict && findings.warnings.length > 0 ? 1 : 0;
    },
    {
      json,
      invalid: ({ mistakes, untold }) => {
        show({ file, mistakes, untold, warnings: [], accepted: [], advice: [] });
      },
    },
  );
}

interface Outcome extends Findings {
  /** The access file as the operator named it. */
  readonly file: string;
  readonly mistakes: readonly Located[];
  /** How many mistakes there are beside these. */
  readonly untold: number;
  /**
   * What would be made.
   *
   * @default - nothing: the file has mistakes
   */
  readonly plan?: Plan;
}

function inLines({ file, mistakes, untold, plan, ...findings }: Outcome): string {
  const lines = [
    ...mistakes.map((mistake) => inFile(file, mistake)),
    ...furtherMistakes(file, untold),
    ...findingsInLines(file, findings),
    ...(plan === undefined ? [] : [`${file} makes ${inWords(plan)}`]),
  ];
  return lines.join("\n");
}

function inWords(plan: Plan): string {
  const { groups, existingGroups, people, invitations, newPeople } = plan;
  const { clusters, clients, associations, roles, bindings } = plan;
  return [
    "1 login application",
    ...(newPeople > 0 ? [count(newPeople, "new account")] : []),
    ...(invitations > 0 ? [count(invitations, "invitation")] : []),
    `${count(groups, "group")}${existingGroups > 0 ? ` beside ${count(existingGroups, "existing one")}` : ""} with ${count(people, "person", "people")}`,
    `${count(associations, "association")}, ${count(roles, "role")} and ${count(bindings, "binding")} on ${count(clusters, "cluster")}`,
    ...(clients > 0 ? [count(clients, "client")] : []),
  ].join(", ");
}

const count = (number: number, one: string, many = `${one}s`) => `${String(number)} ${number === 1 ? one : many}`;
