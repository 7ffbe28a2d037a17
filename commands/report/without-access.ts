import type { Report } from "../../model/rbac/report";
import { holderInWords } from "./in-words";

/** What the lines do not tell: who holds nothing, and whom a cluster does not let in, in whole sentences. */
export function withoutAccess({ holders }: Report): string[] {
  const nothing = holders.filter(({ held }) => held.length === 0).map(holderInWords);
  const reasons = new Map<string, Map<string, string[]>>();
  for (const holder of holders) {
    for (const [cluster, reason] of holder.refused) {
      const clusters = reasons.get(reason) ?? new Map<string, string[]>();
      reasons.set(reason, clusters);
      const name = holderInWords(holder);
      clusters.set(name, [...(clusters.get(name) ?? []), cluster]);
    }
  }
  return [
    ...(nothing.length === 0 ? [] : [`No group with a grant: ${nothing.join(", ")}`]),
    ...[...reasons].flatMap(([reason, people]) =>
      [...people].map(([name, clusters]) => `${name} cannot sign in to ${clusters.join(", ")}: ${reason}`),
    ),
  ];
}
