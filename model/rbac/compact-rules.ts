import type { PolicyRule } from "./policy-rule";

/** One row of `kubectl auth can-i --list`. */
export interface CompactRule {
  /** Such as `pods`, `pods/exec`, `deployments.apps`; none for URLs. */
  readonly resources: readonly string[];
  readonly nonResourceURLs: readonly string[];
  readonly resourceNames: readonly string[];
  readonly verbs: readonly string[];
}

/**
 * Rules as `kubectl auth can-i --list` prints them: one row for each resource and name, or URL, with all its verbs; sorted.
 *
 * k8s.io/component-helpers/auth/rbac/validation: BreakdownRule, CompactRules
 */
export function compactRules(rules: readonly PolicyRule[]): CompactRule[] {
  const rows = new Map<string, CompactRule & { readonly verbs: string[] }>();
  const add = (row: Omit<CompactRule, "verbs">, verbs: readonly string[]) => {
    const key = JSON.stringify(row);
    const known = rows.get(key) ?? { ...row, verbs: [] };
    rows.set(key, known);
    for (const verb of verbs) if (!known.verbs.includes(verb)) known.verbs.push(verb);
  };
  for (const { verbs, apiGroups = [], resources = [], resourceNames = [], nonResourceURLs = [] } of rules) {
    const named = resourceNames.length === 0 ? [[]] : resourceNames.map((name) => [name]);
    for (const group of apiGroups)
      for (const resource of resources)
        for (const names of named)
          add({ resources: [inGroup(resource, group)], nonResourceURLs: [], resourceNames: names }, verbs);
    for (const url of nonResourceURLs) add({ resources: [], nonResourceURLs: [url], resourceNames: [] }, verbs);
  }
  return [...rows.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
}

/** `deployments/scale` of apps is `deployments.apps/scale`, as kubectl prints it. */
function inGroup(resource: string, group: string): string {
  if (group === "") return resource;
  const [type = "", ...subresource] = resource.split("/");
  return [`${type}.${group}`, ...subresource].join("/");
}
