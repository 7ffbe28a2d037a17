import { strings, type Draft } from "../../draft";
import { written, type Mistake, type Path } from "../../mistake";
import { unknownGroup } from "../groups/unknown-group";
import type { Rule } from "../rule";

type DraftGrant = Draft["clusters"][string]["grants"][number];

export const grantedGroups: Rule = function* ({ groups, clusters }) {
  const known = Object.keys(groups);
  for (const { path, grant } of grantsOf(clusters)) {
    if (grant.group === undefined || Object.hasOwn(groups, grant.group)) continue;
    yield unknownGroup([...path, "group"], grant.group, known);
  }
};
grantedGroups.brings = { "clusters.*.grants[].group": "must name a group of this file" };

/** One group, one role, one place: a second binding of the same would have the same name. */
export const repeatedGrants: Rule = function* ({ clusters }) {
  const seen = new Map<string, Path>();
  for (const { cluster, path, grant } of grantsOf(clusters)) {
    for (const { place, at } of placesOf(grant, path)) {
      const binding = JSON.stringify([cluster, grant.group, grant.clusterRole, grant.role, place]);
      const other = seen.get(binding);
      if (other === undefined) seen.set(binding, path);
      else yield repeated(at, other === path ? undefined : other);
    }
  }
};
repeatedGrants.brings = {
  "clusters.*.grants[]": "must not grant again what another entry grants",
  "clusters.*.grants[].namespaces": "must list each namespace once",
};

function repeated(path: Path, other: Path | undefined): Mistake {
  return other === undefined
    ? { path, must: "must be listed once in a grant" }
    : { path, must: `must not grant again what ${written(other)} grants` };
}

function placesOf({ namespaces }: DraftGrant, path: Path): { place: string | null; at: Path }[] {
  if (namespaces === undefined) return [{ place: null, at: path }];
  return strings(namespaces).map(({ index, text }) => ({ place: text, at: [...path, "namespaces", index] }));
}

/** Every grant of every cluster, with its place. */
export function grantsOf(clusters: Draft["clusters"]): { cluster: string; path: Path; grant: DraftGrant }[] {
  return Object.entries(clusters).flatMap(([cluster, { grants }]) =>
    grants.map((grant, index) => ({ cluster, path: ["clusters", cluster, "grants", index], grant })),
  );
}
