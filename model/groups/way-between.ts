import type { Access } from "../../config/schema/access";
import { indexOf } from "./group-index";

/** The keys of the groups from one to another that it is in at some depth, both included, by the shortest way; the first alone if there is none. */
export function wayBetween({ groups }: Pick<Access, "groups">, from: string, to: string): readonly string[] {
  if (from === to) return [from];
  const { around } = indexOf(groups);
  const ways = new Map<string, readonly string[]>([[from, [from]]]);
  // A map that grows while it is walked through.
  for (const [inside, way] of ways) {
    for (const key of around.get(inside) ?? []) {
      if (key === to) return [...way, key];
      if (!ways.has(key)) ways.set(key, [...way, key]);
    }
  }
  return [from];
}
