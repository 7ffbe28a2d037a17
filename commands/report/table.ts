import type { Path } from "../../config/mistake";
import { onceFor } from "../../model/once-for";
import { inColumns } from "../terminal/columns";
import { findingsInLines } from "./findings-in-lines";
import { columnsBy } from "./in-words";
import { linesOf } from "./line";
import type { ReportPart } from "./part";
import { withoutAccess } from "./without-access";

/** In columns, one line for each grant that somebody has: every line says everything, so that it can be searched for. */
export function inTable({ file, access, report, by, place, findings }: ReportPart): string {
  // Behind the last space is the path of a grant, whose keys have no spaces.
  const position = onceFor((path: Path) => place(path).replace(/ [^ ]*$/, ""));
  const columns = columnsBy(by, position);
  const lines = linesOf(access, report, by).map((line) => columns.map(({ of }) => of(line)));
  const titles = columns.map(({ title }) => title.toUpperCase());
  const parts = [
    lines.length === 0 ? "Nobody has a grant here." : inColumns([titles, ...lines]),
    withoutAccess(report).join("\n"),
    ...(findings === undefined ? [] : [findingsInLines(file, findings).join("\n")]),
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}
