import { severities, type ReportFinding } from "./finding";
import { reportedKinds } from "./findings/reported";
import type { AccessFile } from "./load";
import { inOrder } from "./mistake";
import { Acceptances } from "./warnings/acceptances";
import { located } from "./warnings/located";

type Placed = Pick<AccessFile, "access" | "source">;

/**
 * What an auditor wants to know of a file, what it accepts too: the worst first, and what is as bad in the order of the file.
 *
 * @param now milliseconds since 1970
 */
export function findingsOf({ access, source }: Placed, now = Date.now()): readonly ReportFinding[] {
  const acceptances = new Acceptances(access.accepted, source);
  const today = new Date(now).toISOString().slice(0, 10);
  const found = [...reportedKinds].flatMap(([kind, { find, severity, remedy }]) =>
    [...find(access)].map((one): ReportFinding => {
      const [path, , , milder] = one;
      const told = { ...located(source, "docs/findings.md", kind, one), severity: milder ?? severity, remedy };
      const { reason = "", until = "" } = acceptances.of(kind, path) ?? {};
      if (until === "") return told;
      return until >= today ? { ...told, accepted: { reason, until } } : { ...told, ended: until };
    }),
  );
  const ordered = inOrder(found);
  return severities.flatMap((severity) => ordered.filter((one) => one.severity === severity));
}
