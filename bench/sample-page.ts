import { readFileSync } from "node:fs";
import { join } from "node:path";
import { reportPage } from "../commands/report/page";
import type { PageSubject } from "../commands/report/page/data-of";
import { placeInFile } from "../commands/place-in-file";
import type { ReportFinding } from "../config/finding";
import { parseAccess } from "../config/load";
import { written, type Path } from "../config/mistake";
import { reportOf } from "../model/rbac/report";

/** What a page says of the text of an access file with the given name. */
export function subjectOf(text: string, file = "access.yaml"): PageSubject {
  const accessFile = parseAccess(text, file);
  const { access } = accessFile;
  const place = (path: Path) => placeInFile(accessFile, path);
  return { file, access, report: reportOf(access), findings: [], place, at: new Date("2026-09-01T08:00:00Z") };
}

type Found = Pick<ReportFinding, "severity" | "rule" | "finding" | "why" | "remedy" | "accepted"> & {
  readonly at: Path;
};

/** One of each severity, and one that is accepted. */
const findings: readonly Found[] = [
  {
    severity: "high",
    rule: "every-secret",
    at: ["clusters", "dev", "grants", 1, "clusterRole"],
    finding: 'is "edit" on the whole cluster, which is as strong as cluster-admin',
    why: "It can read every secret, including tokens of service accounts with more rights.",
    remedy: "Add namespaces to limit it.",
  },
  {
    severity: "medium",
    rule: "secrets-readable",
    at: ["clusters", "stage", "grants", 3, "clusterRole"],
    finding: 'is "edit", which can read every secret and use every service account in its namespaces',
    remedy: "Keep stronger service accounts in other namespaces.",
  },
  {
    severity: "low",
    rule: "group-without-grants",
    at: ["groups", "newcomers"],
    finding: "has no grant on any cluster, so its members get no access",
    remedy: "Grant it a role, or take it out.",
  },
  {
    severity: "high",
    rule: "unknown-roles",
    at: ["clusters", "dev", "grants", 3, "clusterRole"],
    finding: 'is "istio-operator" on the whole cluster, and only the cluster knows what that role allows',
    remedy: "Write its rules under roles.",
    accepted: { reason: "The chart of Istio brings the role", until: "2026-12-31" },
  },
];

/** The page of `docs/examples/company.yaml`, which has somebody of each kind. */
export function samplePage(): string {
  const text = readFileSync(join(__dirname, "..", "docs", "examples", "company.yaml"), "utf8");
  const subject = subjectOf(text);
  const { source } = parseAccess(text, subject.file);
  const placed = findings.map(({ at, ...one }): ReportFinding => {
    const path = written(at);
    return { ...one, path, position: source.locate(at), sentence: `${path} ${one.finding}`, more: "" };
  });
  return reportPage({ ...subject, findings: placed });
}
