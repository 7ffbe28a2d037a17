import { stringify } from "yaml";
import type { Random } from "../../tokens/seeded";

interface WrittenGroup {
  readonly groups?: readonly string[];
}
interface WrittenCluster {
  readonly grants?: readonly object[];
}
interface Written {
  readonly groups?: Readonly<Record<string, WrittenGroup>>;
  readonly clusters?: Readonly<Record<string, WrittenCluster>>;
}
interface Contents {
  readonly groups: Record<string, WrittenGroup>;
  readonly clusters: Record<string, { grants: object[] }>;
}

/** What an included file may have of a group. */
const included = new Set(["displayName", "description", "members", "groups"]);

/** Everything that an included file can be allowed. */
const everything = {
  groups: ["*"],
  displayNames: ["*"],
  members: ["*"],
  grantsTo: ["*"],
  clusters: ["*"],
  namespaces: ["*", "kube-system"],
  wholeCluster: true,
};

/** An access file with its groups and grants dealt out among it and so many included files: their texts by path. */
export function split(file: Written, random: Random, count: number): Record<string, string> {
  const parts = Array.from({ length: count }, (): Contents => ({ groups: {}, clusters: {} }));
  const nested = new Set(Object.values(file.groups ?? {}).flatMap(({ groups = [] }) => groups));
  const choose = () => parts[random(count + 1)];
  const groups = Object.entries(file.groups ?? {}).filter(([key, group]) => {
    const mayMove =
      !nested.has(key) && (group.groups ?? []).length === 0 && Object.keys(group).every((one) => included.has(one));
    const part = mayMove ? choose() : undefined;
    if (part !== undefined) part.groups[key] = group;
    return part === undefined;
  });
  const clusters = Object.entries(file.clusters ?? {}).map(([key, cluster]) => {
    const grants = (cluster.grants ?? []).filter((grant) => {
      const part = choose();
      if (part !== undefined) (part.clusters[key] ??= { grants: [] }).grants.push(grant);
      return part === undefined;
    });
    return [key, { ...cluster, grants }] as const;
  });
  const grants = Object.values(file.clusters ?? {}).flatMap((cluster) => cluster.grants ?? []) as Record<
    string,
    string
  >[];
  const roles = [...new Set(grants.map(({ clusterRole, role = "" }) => clusterRole ?? role))];
  const include = Object.fromEntries(parts.map((_, index) => [`team-${String(index)}.yaml`, { ...everything, roles }]));
  const main = { ...file, groups: Object.fromEntries(groups), clusters: Object.fromEntries(clusters), include };
  return {
    "access.yaml": stringify(main, { aliasDuplicateObjects: false }),
    ...Object.fromEntries(
      parts.map((part, index) => [`team-${String(index)}.yaml`, stringify(part, { aliasDuplicateObjects: false })]),
    ),
  };
}
