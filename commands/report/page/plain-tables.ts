import { shown } from "../../../config/text/shown";
import type { ReportGrant, ReportHolder } from "../../../model/rbac/report";
import { escaped } from "../../html/escaped";
import { whereInWords } from "../../rbac/in-words";
import type { PageSubject } from "./data-of";

/** How many rows a browser is given that runs no script. */
const mostRows = 2_000;

/** The same for a browser that runs no script, without filters: everybody with what they hold, then the findings. */
export function plainTables({ report, findings, place }: PageSubject): string {
  const rows = report.holders.reduce((sum, { held }) => sum + Math.max(1, held.length), 0) + findings.length;
  if (rows > mostRows) {
    return "<p>This report is too long for a page without a script. Let this page run its script, or ask for a table: --format csv.</p>";
  }
  const held = report.holders.flatMap((holder) => {
    if (holder.held.length === 0) return [[nameOf(holder), "", "nothing", "", "", "", ""]];
    return holder.held.map(({ grant, listedIn }) => [
      nameOf(holder),
      grant.cluster,
      holder.refused.has(grant.cluster)
        ? `refused (${grant.level})`
        : holder.withoutGroups.has(grant.cluster)
          ? `no groups there (${grant.level})`
          : grant.level,
      whereInWords(grant.namespaces),
      listedIn === grant.group ? grant.group : `${listedIn}, in ${grant.group}`,
      roleOf(grant),
      place(grant.at),
    ]);
  });
  const found = findings.map((one) => [one.severity, one.path, one.sentence, one.remedy, one.accepted?.until ?? ""]);
  return [
    table(["Who", "Cluster", "Level", "Where", "Group", "Role", "Place"], held),
    "<h2>Findings</h2>",
    found.length === 0 ? "<p>None.</p>" : table(["Severity", "Place", "Finding", "Remedy", "Accepted until"], found),
  ].join("\n");
}

const roleOf = ({ role }: ReportGrant) => `${role.kind} ${role.name}`;

function nameOf({ name, kind }: ReportHolder): string {
  if (kind === "person") return name;
  return kind === "guest" ? `${name} (guest)` : `whoever else is in ${name}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const titles = head.map((title) => `<th scope="col">${title}</th>`).join("");
  const lines = rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(shown(cell))}</td>`).join("")}</tr>`);
  return `<table class="grants">\n<thead><tr>${titles}</tr></thead>\n<tbody>\n${lines.join("\n")}\n</tbody>\n</table>`;
}
