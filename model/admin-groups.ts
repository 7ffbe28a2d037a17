import { own } from "./own";

interface Grants {
  readonly grants: readonly { readonly group?: string | undefined; readonly clusterRole?: string | undefined }[];
}

/**
 * The groups whose members have cluster-admin somewhere, directly or because their group is in such a group.
 *
 * @returns key of the group, and of the first such cluster
 */
export function adminGroups(
  groups: Readonly<Record<string, { readonly groups: readonly string[] }>>,
  clusters: Readonly<Record<string, Grants>>,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const visit = (key: string, cluster: string) => {
    if (found.has(key)) return;
    found.set(key, cluster);
    const inside = own(groups, key)?.groups ?? [];
    for (const nested of inside) visit(nested, cluster);
  };
  for (const [cluster, { grants }] of Object.entries(clusters)) {
    for (const { group, clusterRole } of grants) {
      if (group !== undefined && clusterRole === "cluster-admin") visit(group, cluster);
    }
  }
  return found;
}
