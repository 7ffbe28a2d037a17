import { z } from "zod";
import type { ApiClient } from "./api-client";

const Role = z.looseObject({
  metadata: z.looseObject({ name: z.string(), labels: z.record(z.string(), z.string()).optional() }),
  rules: z.array(z.unknown()).nullish(),
  aggregationRule: z
    .looseObject({
      clusterRoleSelectors: z
        .array(z.looseObject({ matchLabels: z.record(z.string(), z.string()).optional() }))
        .optional(),
    })
    .optional(),
});
const RoleList = z.looseObject({ items: z.array(Role) });

/** The part of a ClusterRole that aggregation reads. */
export type AggregatedRole = z.output<typeof Role>;

/** Rules that each aggregated role should have but does not, as ClusterRoleAggregationController computes them. */
export function missingRules(roles: readonly AggregatedRole[]): ReadonlyMap<string, readonly unknown[]> {
  const missing = new Map<string, readonly unknown[]>();
  for (const { metadata, rules, aggregationRule } of roles) {
    if (aggregationRule === undefined) continue;
    const selectors = aggregationRule.clusterRoleSelectors ?? [];
    const wanted = roles
      .filter((role) => role.metadata.name !== metadata.name)
      .filter(({ metadata: { labels = {} } }) =>
        selectors.some(({ matchLabels = {} }) =>
          Object.entries(matchLabels).every(([label, value]) => labels[label] === value),
        ),
      )
      .flatMap((role) => role.rules ?? []);
    if (JSON.stringify(wanted) !== JSON.stringify(rules ?? [])) missing.set(metadata.name, wanted);
  }
  return missing;
}

/** Fills `view`, `edit`, `admin` and whatever else is aggregated: no controller manager runs here. */
export async function fillAggregatedRoles(administrator: ApiClient): Promise<void> {
  const path = "/apis/rbac.authorization.k8s.io/v1/clusterroles";
  // Three rounds, for admin has what edit has, and edit what view has.
  for (let round = 0; round < 3; round++) {
    const missing = missingRules(RoleList.parse(await administrator.json("GET", path)).items);
    if (missing.size === 0) return;
    for (const [name, rules] of missing)
      await administrator.json(
        "PATCH",
        `${path}/${encodeURIComponent(name)}`,
        { rules },
        "application/merge-patch+json",
      );
  }
}
