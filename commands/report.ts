import { severities, type ReportFinding, type Severity } from "../config/finding";
import { findingsOf } from "../config/findings";
import { filesOf, type AccessFile } from "../config/load";
import type { Path } from "../config/mistake";
import { NoAnswer } from "../config/no-answer";
import { onceFor } from "../model/once-for";
import { reportOf } from "../model/rbac/report";
import { filtered } from "../model/rbac/report-filter";
import { placeInFile } from "./place-in-file";
import { inCsv } from "./report/csv";
import type { ReportFormat } from "./report/format";
import { isOfChange, type Gate } from "./report/gate";
import { asJson } from "./report/json";
import type { Order } from "./report/order";
import { inMarkdown } from "./report/markdown";
import { reportPage } from "./report/page";
import type { ReportPart } from "./report/part";
import { inTable } from "./report/table";
import { wanted, type FilterOptions } from "./report/wanted";
import { write } from "./report/write";
import { jsonText } from "./terminal/print";
import { withAccessFile, type ExitCode } from "./with-access-file";

export interface ReportOptions extends FilterOptions {
  readonly file: string;
  readonly format: ReportFormat;
  readonly by: Order;
  /**
   * Answer no if there is a finding of one of these severities, or a worse one, that the file does not accept.
   *
   * @default - findings are told, and the answer is yes
   */
  readonly failOn?: readonly Gate[] | undefined;
  /** @default - stdout */
  readonly output?: string | undefined;
}

/** Prints who may do what where, by the access file alone, and what of it an auditor would ask about. */
export function report(options: ReportOptions): ExitCode {
  const { file, format, by, failOn = [], output } = options;
  const run = (accessFile: AccessFile): ExitCode => {
    const whole = reportOf(accessFile.access);
    const filter = wanted(accessFile, whole, options);
    const isPart = Object.values(filter).some((list) => list !== undefined);
    const severity = leastOf(failOn);
    if (isPart && severity !== undefined) {
      throw new NoAnswer(
        "--fail-on looks at the whole file: leave --person, --group, --cluster, --role and --namespace out",
      );
    }
    if (isPart && format === "html") {
      throw new NoAnswer(
        "--format html has filters of its own: leave --person, --group, --cluster, --role and --namespace out",
      );
    }
    const findings = isPart ? undefined : findingsOf(accessFile);
    // A grant may be told for hundreds of people.
    const place = onceFor((path: Path) => placeInFile(accessFile, path));
    const { name, access } = accessFile;
    const part = { file: name, access, report: isPart ? filtered(access, whole, filter) : whole, by, place, findings };
    write(formatted[format](part), output, filesOf(accessFile));
    return severity !== undefined && findings?.some((one) => isAtLeast(one, severity)) === true ? 1 : 0;
  };
  return withAccessFile(file, run, { json: format === "json" });
}

const formatted: Readonly<Record<ReportFormat, (part: ReportPart) => string>> = {
  table: inTable,
  markdown: inMarkdown,
  json: (part) => jsonText(asJson(part), 2),
  csv: inCsv,
  html: ({ access, findings = [], ...part }) => reportPage({ ...part, access, findings, at: new Date() }),
};

/**
 * The least of the severities.
 *
 * @throws NoAnswer if something else is named, which only a change can do
 */
function leastOf(gates: readonly Gate[]): Severity | undefined {
  const change = gates.find(isOfChange);
  if (change !== undefined) throw new NoAnswer(`--fail-on ${change} needs --against, which says what has changed`);
  return severities.findLast((severity) => gates.includes(severity));
}

const isAtLeast = ({ severity, accepted }: ReportFinding, least: Severity) =>
  accepted === undefined && severities.indexOf(severity) <= severities.indexOf(least);
