import { strings } from "../draft";
import { ofManagedGroups } from "../schema/group";
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

/** What others keep is theirs to decide. */
export const othersGroups: Rule = function* ({ groups }) {
  for (const [key, group] of Object.entries(groups)) {
    if (group.existing === undefined) continue;
    for (const setting of ofManagedGroups) {
      if (group[setting] === undefined) continue;
      const path = ["groups", key, setting];
      yield { path, at: "key", must: "must not be given for an existing group, which others keep" };
    }
  }
};

/** What Entra refuses: learn.microsoft.com/entra/identity/role-based-access-control/groups-concept, "How are role-assignable groups protected?" */
export const membership: Rule = function* ({ groups }) {
  for (const [key, group] of Object.entries(groups)) {
    if (group.existing !== undefined) continue;
    const at = (setting: "rule" | "protected") => ({ path: ["groups", key, setting], at: "key" }) as const;
    if (group.rule !== undefined && group.members.length + group.groups.length > 0) {
      yield {
        ...at("rule"),
        must: "must not stand beside members or groups: with a rule Entra alone decides who is in",
      };
    }
    if (group.protected !== true) continue;
    if (group.rule !== undefined) {
      yield { ...at("protected"), must: "must not stand beside a rule: whoever may change people could let them in" };
    }
    if (group.groups.length > 0) {
      yield { ...at("protected"), must: "must not stand beside groups: whoever owns one of them could let anybody in" };
    }
  }
};
