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
  const acceptances = new Acceptances(access.accepted, source, now);
  const found = [...reportedKinds].flatMap(([kind, { find, severity, remedy }]) =>
    [...find(access)].map((one): ReportFinding => {
      const [path, , , milder] = one;
      const told = { ...located(source, "docs/findings.md", kind, one), severity: milder ?? severity, remedy };
      return { ...told, ...acceptances.of(kind, path) };
    }),
  );
  const ordered = inOrder(found);
  return severities.flatMap((severity) => ordered.filter((one) => one.severity === severity));
}
