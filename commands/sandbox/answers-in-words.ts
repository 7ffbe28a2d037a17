import { answerTable } from "./answer-table";
import { asExpected, type Answered } from "./answered";
import { refusals } from "./refusals";

/** The answers as a table, why people were refused, what was not asked, and how many answers are other than expected. */
export function answersInWords(answers: readonly Answered[], notAsked: readonly string[]): string {
  const lines = answers.length === 0 ? [] : [answerTable(answers), ...refusals(answers), ...notAsked];
  const wrong = answers.filter((answered) => !asExpected(answered)).length;
  const unknown = answers.filter(({ expected }) => expected === "unknown").length;
  const open = unknown === 0 ? "" : `, ${String(unknown)} not judged: they hang on roles that only the cluster knows`;
  lines.push(
    `${String(answers.length)} answers of the API servers, ${String(wrong)} other than the access file says${open}`,
  );
  return lines.join("\n");
}
