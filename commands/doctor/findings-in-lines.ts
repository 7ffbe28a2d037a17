import type { Finding, Severity } from "./finding";

const words: Readonly<Record<Severity, string>> = {
  broken: "broken",
  warning: "warning",
  fine: "fine",
  "not-looked-at": "not looked at",
};

/** One line a finding, and what to do under it; how many of each there are comes last. */
export function findingsInLines(findings: readonly Finding[]): string {
  const width = Math.max(...Object.values(words).map(({ length }) => length)) + 2;
  const lines = findings.flatMap(({ severity, sentence, remedy }) => [
    `${words[severity].padEnd(width)}${sentence}`,
    ...(remedy === undefined ? [] : [`${" ".repeat(width)}→ ${remedy}`]),
  ]);
  const counts = (Object.keys(words) as Severity[]).map((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return `${String(count)} ${words[severity]}`;
  });
  return [...lines, "", counts.join(", ")].join("\n");
}
