import type { Report, ReportHolder } from "../../model/rbac/report";
import { holderInWords } from "./in-words";

/** What the lines do not tell: who holds nothing, whom a cluster does not let in, and whose groups it does not know; in whole sentences. */
export function withoutAccess({ holders }: Report): string[] {
  const nothing = holders.filter(({ held }) => held.length === 0).map(holderInWords);
  return [
    ...(nothing.length === 0 ? [] : [`No group with a grant: ${nothing.join(", ")}`]),
    ...byReason(
      holders,
      ({ refused }) => refused,
      (name, clusters) => `${name} cannot sign in to ${clusters}`,
    ),
    ...byReason(
      holders,
      ({ withoutGroups }) => withoutGroups,
      (name, clusters) => `No grant of ${name} applies on ${clusters}`,
    ),
  ];
}

function byReason(
  holders: readonly ReportHolder[],
  reasonsOf: (holder: ReportHolder) => ReadonlyMap<string, string>,
  words: (name: string, clusters: string) => string,
): string[] {
  const reasons = new Map<string, Map<string, string[]>>();
  for (const holder of holders) {
    for (const [cluster, reason] of reasonsOf(holder)) {
      const clusters = reasons.get(reason) ?? new Map<string, string[]>();
      reasons.set(reason, clusters);
      const name = holderInWords(holder);
      clusters.set(name, [...(clusters.get(name) ?? []), cluster]);
    }
  }
  return [...reasons].flatMap(([reason, people]) =>
    [...people].map(([name, clusters]) => `${words(name, clusters.join(", "))}: ${reason}`),
  );
}
