import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { builtInRules } from "../model/rbac/built-in-roles";
import { dangersIn } from "../model/rbac/role-dangers";
import { dangers } from "../model/rbac/dangers";
import { familyOf, type DangerFamily } from "./findings/rbac/danger-families";
import { reportedKinds, type ReportedAs } from "./findings/reported";
import { markdownTable } from "./markdown-table";
import { warningKinds } from "./schema/warnings/accepted";

export const findingsPageFile = join(__dirname, "..", "docs", "findings.md");

const severityOf = ({ severity, mediumWhere }: ReportedAs) =>
  `${severity}${mediumWhere === undefined ? "" : `; medium ${mediumWhere}`}`;

/** The dangers behind a kind, each with the versions of Kubernetes in which it holds. */
function dangerTable(names: readonly string[]): string {
  const rows = dangers
    .filter(({ name }) => names.includes(name))
    .map(({ name, everywhere, kubernetes }) => [`\`${name}\``, `people ${everywhere}`, kubernetes]);
  return `\n\n${markdownTable(["danger", "with it, on the whole cluster", "Kubernetes"], rows)}`;
}

const inFamily = (family: DangerFamily) =>
  Object.entries(familyOf).flatMap(([name, one]) => (one === family ? [name] : []));

/** What stands below a kind. */
function more(kind: string): string {
  switch (kind) {
    case "escalation":
    case "secrets-readable":
    case "loosened-protection":
      return dangerTable(inFamily(kind));
    case "every-secret":
      return dangerTable(dangersIn(builtInRules("edit") ?? []).map(({ danger }) => danger.name));
    default:
      return "";
  }
}

function section([kind, as]: [string, ReportedAs]): string {
  const isWarning = warningKinds.some((one) => one === kind);
  return `## ${kind}

Severity: ${severityOf(as)}.

${as.means}

${as.remedy}${isWarning ? ` [The warning of \`check\`](warnings.md#${kind}).` : ""}${more(kind)}
`;
}

/** docs/findings.md, as it is committed. */
export function findingsPage(): string {
  const rows = [...reportedKinds].map(([kind, as]) => [`[\`${kind}\`](#${kind})`, severityOf(as)]);
  return `# Findings of the report

\`npx entra-eks report\` tells what an auditor asks about: who is as strong as \`cluster-admin\`, who can become it, and what is of no use. Each finding has a stable id, a severity, a place in the file and a remedy. The worst come first.

\`npm run docs\` makes this page of \`config/findings/reported.ts\`.

| severity | meaning |
| --- | --- |
| high | somebody may take over a cluster |
| medium | a right is wider than it looks |
| low | something in the file is of no use |

A role of a group is told once for each cluster, with all its namespaces. Where \`cluster-admin\` says it all, no other finding tells of the role's dangers. What the portal's chart grants counts too.

Some ids are also [warnings of \`check\`](warnings.md). \`check\` tells of a role once in a file, and the report tells of it for each group and cluster.

## Accept a finding

A finding is accepted like [a warning](warnings.md#accept-a-warning), under its id:

\`\`\`yaml
accepted:
  - warning: cluster-admin
    at: clusters.stage
    reason: The stage cluster has no data of customers
    until: 2027-06-30
\`\`\`

\`report\` still shows it, with the reason and the last day. After that day it counts again. \`check\` warns of [an entry that nothing needs](warnings.md#unused-acceptance).

## All findings

${markdownTable(["id", "severity"], rows)}

${[...reportedKinds].map(section).join("\n")}`;
}

if (require.main === module) writeFileSync(findingsPageFile, findingsPage());
