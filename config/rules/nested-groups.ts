import { own } from "../../model/own";
import { strings, type Draft } from "../draft";
import type { Path } from "../mistake";
import type { Rule } from "./rule";
import { unknownGroup } from "./unknown-group";

/** Groups in groups: each is one of the file, once, and none is in itself. */
export const nestedGroups: Rule = function* ({ groups }) {
  const known = Object.keys(groups);
  for (const [key, group] of Object.entries(groups)) {
    const seen = new Set<string>();
    for (const { index, text } of strings(group.groups)) {
      const path: Path = ["groups", key, "groups", index];
      if (!known.includes(text)) yield unknownGroup(path, text, known);
      else if (seen.has(text)) yield { path, must: "must be listed once in a group" };
      else if (isIn(groups, key, text)) {
        yield { path, must: text === key ? "must not be the group itself" : `must not be a group that ${key} is in` };
      }
      seen.add(text);
    }
  }
};

/** Whether a group is another one, or in it through any depth of nesting. */
function isIn(groups: Draft["groups"], group: string, other: string, seen = new Set<string>()): boolean {
  if (group === other) return true;
  if (seen.has(other)) return false;
  seen.add(other);
  const inside = strings(own(groups, other)?.groups);
  return inside.some(({ text }) => isIn(groups, group, text, seen));
}
