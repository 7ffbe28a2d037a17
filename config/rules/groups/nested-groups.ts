import { strings } from "../../draft";
import type { Path } from "../../mistake";
import type { Rule } from "../rule";
import { unknownGroup } from "./unknown-group";

/** Groups in groups: each is one of the file, once, and none is in itself. */
export const nestedGroups: Rule = function* ({ groups }) {
  const known = Object.keys(groups);
  const isKnown = new Set(known);
  const all = Object.entries(groups).map(([key, group]) => [key, strings(group.groups)] as const);
  // Most groups have none in them, and none of those is in a circle.
  const inside = new Map(all.filter(([, nested]) => nested.length > 0));
  const circle = circles(new Map([...inside].map(([key, nested]) => [key, nested.map(({ text }) => text)])));
  for (const [key, nested] of inside) {
    const seen = new Set<string>();
    for (const { index, text } of nested) {
      const path: Path = ["groups", key, "groups", index];
      if (!isKnown.has(text)) yield unknownGroup(path, text, known);
      else if (seen.has(text)) yield { path, must: "must be listed once in a group" };
      else if (text === key) yield { path, must: "must not be the group itself" };
      else if (circle.get(text) === circle.get(key)) yield { path, must: `must not be a group that contains ${key}` };
      seen.add(text);
    }
  }
};
nestedGroups.brings = { "groups.*.groups": "must name other groups of this file, each once and without a circle" };

/**
 * The strongly connected components of the groups, each by a number: two groups are in each other if theirs is the same.
 * Tarjan's algorithm without a call for each level, since an access file can nest deeper than a program may call.
 */
function circles(inside: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, number> {
  const [found, order, low] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  const open: string[] = [];
  const lower = (key: string, to: number) => low.set(key, Math.min(low.get(key) ?? to, to));
  for (const start of inside.keys()) {
    const walk: { readonly key: string; readonly rest: Iterator<string> }[] = [];
    const enter = (key: string) => {
      if (order.has(key)) return;
      low.set(key, order.size);
      order.set(key, order.size);
      open.push(key);
      walk.push({ key, rest: (inside.get(key) ?? []).values() });
    };
    enter(start);
    for (let top = walk.at(-1); top !== undefined; top = walk.at(-1)) {
      const next = top.rest.next();
      if (next.done !== true) {
        if (!order.has(next.value)) enter(next.value);
        else if (!found.has(next.value)) lower(top.key, order.get(next.value) ?? 0);
        continue;
      }
      walk.pop();
      const around = walk.at(-1);
      const least = low.get(top.key) ?? 0;
      if (around !== undefined) lower(around.key, least);
      if (least === order.get(top.key)) {
        let key: string | undefined;
        do {
          key = open.pop();
          if (key !== undefined) found.set(key, least);
        } while (key !== undefined && key !== top.key);
      }
    }
  }
  return found;
}
