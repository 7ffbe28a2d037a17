import { stringify } from "csv-stringify/sync";
import { linesOf, type ReportLine } from "./line";
import type { ReportPart } from "./part";

const titles = [
  "person",
  "kind",
  "cluster",
  "level",
  "roleKind",
  "role",
  "namespaces",
  "group",
  "listedIn",
  "grant",
  "refused",
  "withoutGroups",
];

/** A line for each grant that somebody has, and one for whoever has none. What a spreadsheet would take for a formula gets an apostrophe. */
export function inCsv({ access, report, by, place }: ReportPart): string {
  const nothing = report.holders.filter(({ held }) => held.length === 0);
  const rows = [
    ...linesOf(access, report, by).map((line) => row(line, place)),
    ...nothing.map(({ name, kind }) => [name, kind, ...titles.slice(2).map(() => "")]),
  ];
  return stringify([titles, ...rows], { escape_formulas: true, record_delimiter: "unix" });
}

/** Namespaces are parted by spaces; `*` is the whole cluster. */
function row({ holder, holding, namespaces, level }: ReportLine, place: ReportPart["place"]): string[] {
  const { grant, listedIn } = holding;
  const { cluster, role, group, at } = grant;
  return [
    ...[holder.name, holder.kind, cluster, level, role.kind, role.name, namespaces?.join(" ") ?? "*"],
    ...[group, listedIn, place(at), holder.refused.get(cluster) ?? "", holder.withoutGroups.get(cluster) ?? ""],
  ];
}
