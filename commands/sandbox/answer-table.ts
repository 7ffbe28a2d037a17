import Table from "cli-table3";
import type { Question } from "../../sandbox/question";

/** What an API server answered to a question. */
export interface Answered extends Question {
  readonly answer: "yes" | "no" | { readonly refused: string };
}

/** Whether the API server answered what the access file says; what hangs on a role of the cluster's own cannot be known. */
export const asExpected = ({ answer, expected }: Answered) =>
  expected === "unknown" || expected === (typeof answer === "string" ? answer : "refused");

/** A line for each person, cluster and namespace, a column for each action; `!` marks an answer that the file does not say. */
export function answerTable(answers: readonly Answered[]): string {
  const columns = [...new Set(answers.map(inWords))];
  const rows = new Map<string, Map<string, string>>();
  for (const answered of answers) {
    const place = JSON.stringify([answered.person, answered.cluster, answered.action.namespace ?? "everywhere"]);
    const cells = rows.get(place) ?? new Map<string, string>();
    rows.set(place, cells.set(inWords(answered), cell(answered)));
  }
  const table = new Table({
    head: ["person", "cluster", "namespace", ...columns],
    chars: { mid: "", "left-mid": "", "mid-mid": "", "right-mid": "" },
    style: { head: [], border: [] },
  });
  for (const [place, cells] of rows) {
    table.push([...(JSON.parse(place) as string[]), ...columns.map((column) => cells.get(column) ?? "")]);
  }
  return table.toString();
}

const inWords = ({ action }: Question) => `${action.verb} ${action.resource}`;

function cell(answered: Answered): string {
  const { answer } = answered;
  return `${typeof answer === "string" ? answer : "refused"}${asExpected(answered) ? "" : " !"}`;
}

/** Why people were refused, each reason once. */
export function refusals(answers: readonly Answered[]): string[] {
  const reasons = answers.flatMap(({ person, cluster, answer }) =>
    typeof answer === "string" ? [] : [`${person} on ${cluster}: ${answer.refused}`],
  );
  return [...new Set(reasons)];
}
