import { markdownTable } from "../../config/markdown-table";
import { plain } from "../markdown/plain";
import { kindsOf, summary, whatInWords } from "./findings-in-lines";
import { columnsBy } from "./in-words";
import { linesOf } from "./line";
import type { ReportPart } from "./part";
import { withoutAccess } from "./without-access";

/** A page of Markdown: a table of who may do what, whom it leaves out, and the findings. */
export function inMarkdown({ file, access, report, by, place, findings }: ReportPart): string {
  const columns = columnsBy(by, place);
  const rows = linesOf(access, report, by).map((line) => columns.map(({ of }) => plain(of(line))));
  const titles = columns.map(({ title }) => title);
  const left = withoutAccess(report);
  return [
    "# Who may do what",
    `From ${plain(file)}.`,
    rows.length === 0 ? "Nobody has a grant here." : markdownTable(titles, rows),
    ...(left.length === 0 ? [] : [items(left)]),
    ...(findings === undefined ? [] : findingsInMarkdown(file, findings)),
  ].join("\n\n");
}

function findingsInMarkdown(file: string, findings: NonNullable<ReportPart["findings"]>): string[] {
  const kinds = kindsOf(findings).flatMap(({ title, places, left, remedy }) => [
    `### ${plain(title)}`,
    items([
      ...places.map((one) => whatInWords(file, one)),
      ...(left === 0 ? [] : [`${String(left)} more, see --format json`]),
    ]),
    plain(remedy),
  ]);
  return [`## ${summary(findings)}`, ...kinds];
}

const items = (sentences: readonly string[]) => sentences.map((one) => `- ${plain(one)}`).join("\n");
