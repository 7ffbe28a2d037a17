import { severities, type ReportFinding } from "../../config/finding";
import { inFile } from "../../config/mistake";
import { grouped } from "../../model/grouped";
import { page } from "../terminal/page";

/** How many places of one kind are told; JSON has all. */
const mostPlaces = 20;

/** How many there are; then each kind once, the worst first, with its places and what to do; then what the file accepts. */
export function findingsInLines(file: string, findings: readonly ReportFinding[]): string[] {
  return [
    summary(findings),
    ...kindsOf(findings).flatMap(({ title, more, places, left, remedy }) => [
      `${title}, see ${page(more.replace(/^docs\//, ""))}`,
      ...places.map((one) => `  ${whatInWords(file, one)}`),
      ...(left === 0 ? [] : [`  and ${String(left)} more, see --format json`]),
      `  ${remedy}`,
    ]),
  ];
}

/** What is told of one kind in one severity. */
export interface FindingKind {
  /** `high: cluster-admin`, or `accepted: cluster-admin` */
  readonly title: string;
  readonly more: string;
  /** The first of them. */
  readonly places: readonly ReportFinding[];
  /** How many more there are. */
  readonly left: number;
  readonly remedy: string;
}

/** Kinds in the order of their severity; what the file accepts comes last. */
export function kindsOf(findings: readonly ReportFinding[]): FindingKind[] {
  const ordered = words.flatMap((word) => findings.filter((finding) => wordOf(finding) === word));
  return [...grouped(ordered, (one) => `${wordOf(one)}: ${one.rule}`)].map(([title, all]) => ({
    title,
    more: all[0]?.more ?? "",
    places: all.slice(0, mostPlaces),
    left: Math.max(0, all.length - mostPlaces),
    remedy: all[0]?.remedy ?? "",
  }));
}

const words = [...severities, "accepted"] as const;
const wordOf = ({ severity, accepted }: ReportFinding) => (accepted === undefined ? severity : "accepted");

/** `Findings: 1 high, 2 low, 1 accepted` */
export function summary(findings: readonly ReportFinding[]): string {
  const counts = words
    .map((word) => [findings.filter((one) => wordOf(one) === word).length, word] as const)
    .filter(([count]) => count > 0);
  return `Findings: ${counts.map(([count, word]) => `${String(count)} ${word}`).join(", ") || "none"}`;
}

/** `access.yaml:23:7 clusters.prod.grants[1] is "cluster-admin"`, with what the file says of it. */
export function whatInWords(file: string, one: ReportFinding): string {
  const { finding, why, ended, accepted } = one;
  const past = ended === undefined ? "" : ` (accepted until ${ended}, which is past)`;
  const until = accepted === undefined ? [] : [`Accepted until ${accepted.until}: ${accepted.reason}`];
  const sentences = [`${finding}${past}`, ...(why === undefined ? [] : [why]), ...until];
  return inFile(file, { ...one, sentence: sentences.join(". ").replaceAll(".. ", ". ") });
}
