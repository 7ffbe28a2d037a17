import { choices, inside, keysOf, meantBy, rootSchemas } from "./json-schema";
import type { Path } from "./mistake";
import { kinds } from "./schema/clusters/kinds";

/** Keys that a kind of cluster has, where another kind stands at this path: each with the first kind that has it. */
export function keysOfOtherKinds(path: Path): ReadonlyMap<string, string> {
  const [top, , kind, ...deeper] = path;
  const found = new Map<string, string>();
  if (top !== "clusters" || deeper.length > 0 || !kinds.some((one) => one === kind)) return found;
  const entry = inside(inside(rootSchemas(), "clusters"), "");
  for (const other of kinds.filter((one) => one !== kind))
    for (const key of keysOf(choices(inside(meantBy(undefined, entry), other))))
      if (!found.has(key)) found.set(key, other);
  return found;
}
