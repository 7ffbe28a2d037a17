import { strings } from "../draft";
import type { Rule } from "./rule";

/** Two groups with one display name could not be told apart in the admin centre; Entra compares names without case. */
export const displayNames: Rule = function* ({ groups }) {
  const seen = new Map<string, string>();
  for (const [key, { displayName }] of Object.entries(groups)) {
    const name = displayName ?? key;
    const other = seen.get(name.toLowerCase());
    if (other === undefined) seen.set(name.toLowerCase(), key);
    else {
      yield {
        path: displayName === undefined ? ["groups", key] : ["groups", key, "displayName"],
        at: displayName === undefined ? "key" : "value",
        must: `must have another display name than groups.${other}`,
      };
    }
  }
};

export const members: Rule = function* ({ groups }) {
  for (const [key, group] of Object.entries(groups)) {
    const seen = new Set<string>();
    for (const { index, text } of strings(group.members)) {
      if (seen.has(text.toLowerCase())) {
        yield { path: ["groups", key, "members", index], must: "must be listed once in a group" };
      }
      seen.add(text.toLowerCase());
    }
  }
};
