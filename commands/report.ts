import type { ReportFinding, Severity } from "../config/finding";
import { findingsOf } from "../config/findings";
import type { AccessFile } from "../config/load";
import type { Path } from "../config/mistake";
import { NoAnswer } from "../config/no-answer";
import { onceFor } from "../model/once-for";
import { reportOf } from "../model/rbac/report";
import { filtered } from "../model/rbac/report-filter";
import { placeInFile } from "./place-in-file";
import { inCsv } from "./report/csv";
import type { ReportFormat } from "./report/format";
import { asJson } from "./report/json";
import type { Order } from "./report/order";
import { inMarkdown } from "./report/markdown";
import type { ReportPart } from "./report/part";
import { severities } from "./report/severity";
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
   * Answer no if there is a finding of this severity, or a worse one, that the file does not accept.
   *
   * @default - findings are told, and the answer is yes
   */
  readonly failOn?: Severity | undefined;
  /** @default - stdout */
  readonly output?: string | undefined;
}

/** Prints who may do what where, by the access file alone, and what of it an auditor would ask about. */
export function report(options: ReportOptions): ExitCode {
  const { file, format, by, failOn, output } = options;
  const run = (accessFile: AccessFile): ExitCode => {
    const whole = reportOf(accessFile.access);
    const filter = wanted(accessFile, whole, options);
    const isPart = Object.values(filter).some((list) => list !== undefined);
    if (isPart && failOn !== undefined) {
      throw new NoAnswer(
        "--fail-on looks at the whole file: leave --person, --group, --cluster, --role and --namespace out",
      );
    }
    const findings = isPart ? undefined : findingsOf(accessFile);
    // A grant may be told for hundreds of people.
    const place = onceFor((path: Path) => placeInFile(accessFile, path));
    const part = { file: accessFile.name, report: isPart ? filtered(whole, filter) : whole, by, place, findings };
    write(formatted[format](part), output);
    return failOn !== undefined && findings?.some((one) => isAtLeast(one, failOn)) === true ? 1 : 0;
  };
  return withAccessFile(file, run, { json: format === "json" });
}

const formatted: Readonly<Record<ReportFormat, (part: ReportPart) => string>> = {
  table: inTable,
  markdown: inMarkdown,
  json: (part) => jsonText(asJson(part), 2),
  csv: inCsv,
};

const isAtLeast = ({ severity, accepted }: ReportFinding, least: Severity) =>
  accepted === undefined && severities.indexOf(severity) <= severities.indexOf(least);
