import { z } from "zod";
import type { GroupResources } from "../../../model/rbac/built-in-resources";
import type { PolicyRule } from "../../../model/rbac/policy-rule";
import type { ApiClient } from "./api-client";

const Names = z.array(z.string());
const Rule = z.looseObject({
  apiGroups: Names.optional(),
  resources: Names.optional(),
  resourceNames: Names.optional(),
  nonResourceURLs: Names.optional(),
  verbs: Names,
});
const RoleList = z.looseObject({
  items: z.array(z.looseObject({ metadata: z.looseObject({ name: z.string() }), rules: z.array(Rule).nullish() })),
});
const GroupList = z.looseObject({
  groups: z.array(z.looseObject({ name: z.string(), versions: z.array(z.looseObject({ groupVersion: z.string() })) })),
});
const ResourceList = z.looseObject({
  resources: z.array(z.looseObject({ name: z.string(), namespaced: z.boolean() })),
});

/** The ClusterRoles of an API server that nobody has used yet, aggregated ones filled, by name. */
export async function builtInRoles(administrator: ApiClient): Promise<Record<string, readonly PolicyRule[]>> {
  const list = RoleList.parse(await administrator.json("GET", "/apis/rbac.authorization.k8s.io/v1/clusterroles"));
  return Object.fromEntries(list.items.map(({ metadata, rules }) => [metadata.name, (rules ?? []) as PolicyRule[]]));
}

/** What an API server serves: by API group, each resource and `resource/subresource` of any version, sorted. */
export async function builtInResources(administrator: ApiClient): Promise<Record<string, GroupResources>> {
  const { groups } = GroupList.parse(await administrator.json("GET", "/apis"));
  const places = [
    { group: "", path: "/api/v1" },
    ...groups.flatMap(({ name, versions }) =>
      versions.map(({ groupVersion }) => ({ group: name, path: `/apis/${groupVersion}` })),
    ),
  ];
  const served = new Map<string, Map<string, boolean>>();
  for (const { group, path } of places) {
    const { resources } = ResourceList.parse(await administrator.json("GET", path));
    const known = served.get(group) ?? new Map<string, boolean>();
    for (const { name, namespaced } of resources) known.set(name, namespaced);
    served.set(group, known);
  }
  const namesOf = (resources: ReadonlyMap<string, boolean>, namespaced: boolean) =>
    [...resources].flatMap(([name, one]) => (one === namespaced ? [name] : [])).sort();
  const entries = [...served]
    .sort()
    .map(([group, resources]): [string, GroupResources] => [
      group,
      { namespaced: namesOf(resources, true), cluster: namesOf(resources, false) },
    ]);
  return Object.fromEntries(entries);
}
