import type { ReportFinding } from "../../../config/finding";
import type { Report, ReportHolder } from "../../../model/rbac/report";

/** A number at the top of the page. */
export interface PageNumber {
  readonly what: string;
  readonly count: number;
  /** Says more about it; may be empty. */
  readonly detail: string;
}

/** What a report comes to. */
export function numbersOf(report: Report, findings: readonly ReportFinding[]): PageNumber[] {
  const people = report.holders.filter(({ kind }) => kind === "person" || kind === "guest");
  const guests = people.filter(({ kind }) => kind === "guest").length;
  const others = report.holders.length - people.length;
  const open = findings.filter(({ accepted }) => accepted === undefined);
  const high = open.filter(({ severity }) => severity === "high").length;
  const accepted = findings.length - open.length;
  return [
    { what: "People", count: people.length, detail: counted(guests, "guest") },
    { what: "Clusters", count: report.clusters.length, detail: counted(report.grants.length, "grant") },
    { what: "Hold admin", count: people.filter(holdsAdmin).length, detail: "on a cluster" },
    { what: "Hold nothing", count: people.filter(({ held }) => held.length === 0).length, detail: "anywhere" },
    { what: "Refused", count: people.filter(({ refused }) => refused.size > 0).length, detail: "by a cluster" },
    { what: "Partly known", count: others, detail: `${others === 1 ? "group has" : "groups have"} more members` },
    {
      what: "Findings",
      count: open.length,
      detail: [`${String(high)} high`, ...(accepted === 0 ? [] : [`${String(accepted)} accepted`])].join(", "),
    },
  ];
}

const holdsAdmin = ({ held }: ReportHolder) => held.some(({ grant }) => grant.level === "admin");

const counted = (count: number, one: string) => `${count.toLocaleString("en")} ${one}${count === 1 ? "" : "s"}`;
