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
  resources: z.array(
    z.looseObject({
      name: z.string(),
      namespaced: z.boolean(),
      singularName: z.string(),
      shortNames: z.array(z.string()).optional(),
    }),
  ),
});

/** The ClusterRoles of an API server that nobody has used yet, aggregated ones filled, by name. */
export async function builtInRoles(administrator: ApiClient): Promise<Record<string, readonly PolicyRule[]>> {
  const list = RoleList.parse(await administrator.json("GET", "/apis/rbac.authorization.k8s.io/v1/clusterroles"));
  return Object.fromEntries(list.items.map(({ metadata, rules }) => [metadata.name, (rules ?? []) as PolicyRule[]]));
}

type Served = z.infer<typeof ResourceList>["resources"][number];

/** What an API server serves: by API group, each resource and `resource/subresource` of any version, sorted. */
export async function builtInResources(administrator: ApiClient): Promise<Record<string, GroupResources>> {
  const namesOf = (resources: ReadonlyMap<string, Served>, namespaced: boolean) =>
    [...resources].flatMap(([name, one]) => (one.namespaced === namespaced ? [name] : [])).sort();
  const entries = (await served(administrator)).map(([group, resources]): [string, GroupResources] => [
    group,
    { namespaced: namesOf(resources, true), cluster: namesOf(resources, false) },
  ]);
  return Object.fromEntries(entries);
}

/** What else kubectl calls each resource: by API group and resource, its singular first, and then its short names. */
export async function builtInNames(
  administrator: ApiClient,
): Promise<Record<string, Record<string, readonly string[]>>> {
  const entries = (await served(administrator)).map(([group, resources]) => {
    const names = [...resources]
      .filter(([name]) => !name.includes("/"))
      .map(([name, { singularName, shortNames = [] }]) => [name, [singularName, ...shortNames]] as const);
    return [group, Object.fromEntries(names.sort(([one], [other]) => (one < other ? -1 : 1)))] as const;
  });
  return Object.fromEntries(entries);
}

/** By API group, sorted. */
async function served(administrator: ApiClient): Promise<[group: string, resources: ReadonlyMap<string, Served>][]> {
  const { groups } = GroupList.parse(await administrator.json("GET", "/apis"));
  const places = [
    { group: "", path: "/api/v1" },
    ...groups.flatMap(({ name, versions }) =>
      versions.map(({ groupVersion }) => ({ group: name, path: `/apis/${groupVersion}` })),
    ),
  ];
  const found = new Map<string, Map<string, Served>>();
  for (const { group, path } of places) {
    const { resources } = ResourceList.parse(await administrator.json("GET", path));
    const known = found.get(group) ?? new Map<string, Served>();
    for (const resource of resources) known.set(resource.name, resource);
    found.set(group, known);
  }
  return [...found].sort();
}
